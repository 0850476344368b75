import "server-only";
import { instant, NAMED_JOINS, type RecordView } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import { InteractionRecord } from "../schema.ts";

/** How interactions are handed out by the API. */
export const INTERACTION_RECORDS: RecordView<InteractionRecord> = {
  table: sql`interaction`,
  columns: sql`t.kind, t.occurred_on::text AS "occurredOn", ${instant(sql`t.occurred_at`)} AS "occurredAt", t.channel,
    t.duration_seconds AS "durationSeconds", t.activity, t.outcome, t.subject, t.body, tp.name AS touchpoint,
    dp.name AS department`,
  joins: sql`${NAMED_JOINS.touchpoint} ${NAMED_JOINS.department}`,
  day: sql`t.occurred_on`,
  hasSource: true,
  hidesCustomer: true,
  schema: InteractionRecord,
};
