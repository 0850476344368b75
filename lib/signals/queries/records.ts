import "server-only";
import { instant, NAMED_JOINS, type RecordView } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import { SignalRecord } from "../schema.ts";

/** How signals are handed out by the API. */
export const SIGNAL_RECORDS: RecordView<SignalRecord> = {
  table: sql`signal`,
  columns: sql`t.audience, t.occurred_on::text AS "occurredOn", ${instant(sql`t.occurred_at`)} AS "occurredAt", t.question,
    t.metric, t.score, CASE WHEN t.scale_min IS NOT NULL AND t.scale_max IS NOT NULL THEN jsonb_build_object('min', t.scale_min,
      'max', t.scale_max, 'higherIsBetter', coalesce(t.higher_is_better, true)) END AS scale, t.body, t.language, t.channel,
    tp.name AS touchpoint, sg.name AS segment, dp.name AS department`,
  joins: sql`${NAMED_JOINS.touchpoint} ${NAMED_JOINS.segment} ${NAMED_JOINS.department}`,
  day: sql`t.occurred_on`,
  hasSource: true,
  hidesCustomer: true,
  schema: SignalRecord,
};
