import "server-only";
import type { RecordView } from "#lib/bulk/index.ts";
import { empty, sql } from "#lib/db/sql.ts";
import { SubscriptionRecord } from "../schema.ts";

/** How subscriptions are handed out by the API. */
export const SUBSCRIPTION_RECORDS: RecordView<SubscriptionRecord> = {
  table: sql`subscription`,
  columns: sql`t.plan, t.started_on::text AS "startedOn", t.ended_on::text AS "endedOn", t.price_minor::float8 AS "priceMinor",
    t.currency, t.period`,
  joins: empty,
  day: sql`t.started_on`,
  hasSource: true,
  hidesCustomer: false,
  schema: SubscriptionRecord,
};
