import "server-only";
import { instant, NAMED_JOINS, type RecordView } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import { ComplaintRecord } from "../schema.ts";

/** How complaints are handed out by the API. */
export const COMPLAINT_RECORDS: RecordView<ComplaintRecord> = {
  table: sql`complaint`,
  columns: sql`t.received_on::text AS "receivedOn", ${instant(sql`t.received_at`)} AS "receivedAt", t.closed_on::text AS "closedOn",
    t.status, t.channel, t.product, t.reason, t.sub_reason AS "subReason", t.subject, t.body, t.resolution,
    t.is_timely AS "isTimely", t.is_disputed AS "isDisputed", tp.name AS touchpoint, sg.name AS segment, dp.name AS department`,
  joins: sql`${NAMED_JOINS.touchpoint} ${NAMED_JOINS.segment} ${NAMED_JOINS.department}`,
  day: sql`t.received_on`,
  hasSource: true,
  hidesCustomer: true,
  schema: ComplaintRecord,
};
