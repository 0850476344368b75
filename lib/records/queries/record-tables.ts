import "server-only";
import { NAMED_JOINS, type RecordView } from "#lib/bulk/index.ts";
import { COMPLAINT_RECORDS } from "#lib/complaints/index.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import { INTERACTION_RECORDS } from "#lib/interactions/index.ts";
import {
  ORDER_COLUMNS,
  ORDER_LINE_COLUMNS,
  ORDER_LINES,
  ORDER_RECORDS,
} from "#lib/orders/index.ts";
import { SUBSCRIPTION_RECORDS } from "#lib/subscriptions/index.ts";
import type { RecordChoice, RecordKind } from "../types.ts";

/** Where the records `t` of a kind lie: its values by the names of their fields, its day, and what its choices compare. */
export type RecordTable = Pick<RecordView<unknown>, "table" | "columns" | "joins" | "day"> & {
  choices: Partial<Record<RecordChoice, Sql>>;
  /** The number it is called by, where that is not the one it is told from others by */
  number?: Sql;
  /** Whether there is no index by day: the last written first, then */
  isByEntry?: boolean;
};

const CHANNEL = sql`t.channel`;

/** One of two words, by whether something holds. */
function either(condition: Sql, word: string, other: string): Sql {
  return sql`CASE WHEN ${condition} THEN ${word}::text ELSE ${other}::text END`;
}

const RUNNING = either(sql`t.ended_on IS NULL OR t.ended_on >= current_date`, "running", "ended");
const MATCHED = either(sql`t.order_id IS NOT NULL`, "matched", "unmatched");

const LEFT = either(sql`t.has_left`, "left", "listed");

/** When a row was first written, which its key tells: 48 bits of milliseconds since 1970. */
const WRITTEN_ON = sql`(to_timestamp(('x' || lpad(replace(left(t.id::text, 13), '-', ''), 16, '0'))::bit(64)::bigint / 1000.0)
  AT TIME ZONE 'UTC')::date`;

export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = {
  interactions: {
    ...INTERACTION_RECORDS,
    choices: { type: sql`t.kind`, channel: CHANNEL, outcome: sql`t.outcome` },
  },
  complaints: { ...COMPLAINT_RECORDS, choices: { status: sql`t.status`, channel: CHANNEL } },
  subscriptions: {
    ...SUBSCRIPTION_RECORDS,
    columns: sql`${SUBSCRIPTION_RECORDS.columns}, ${RUNNING} AS status`,
    choices: { status: RUNNING },
  },
  orders: {
    ...ORDER_RECORDS,
    columns: ORDER_COLUMNS,
    choices: { channel: CHANNEL, status: either(sql`t.returned_minor > 0`, "returned", "whole") },
    isByEntry: true,
  },
  order_lines: {
    table: ORDER_LINES,
    number: sql`t.external_id || ' / ' || t.line_number`,
    columns: ORDER_LINE_COLUMNS,
    joins: empty,
    day: sql`t.ordered_on`,
    choices: { channel: CHANNEL },
    isByEntry: true,
  },
  returns: {
    table: sql`order_return`,
    number: sql`coalesce(t.number, t.external_id)`,
    columns: sql`t.returned_on::text AS "returnedOn", t.amount_minor::float8 AS "amountMinor", t.currency, t.quantity,
      t.product_code AS "productCode", coalesce(o.external_id, t.return_of) AS "orderNumber", ${MATCHED} AS status`,
    joins: sql`LEFT JOIN customer_order o ON o.tenant_id = t.tenant_id AND o.id = t.order_id`,
    day: sql`t.returned_on`,
    choices: { status: MATCHED },
  },
  win_loss: {
    table: sql`win_loss`,
    columns: sql`t.decided_on::text AS "decidedOn", t.outcome, t.offer, t.competitor, t.reason,
      t.amount_minor::float8 AS "amountMinor", t.currency, t.body, sg.name AS segment, dp.name AS department`,
    joins: sql`${NAMED_JOINS.segment} ${NAMED_JOINS.department}`,
    day: sql`t.decided_on`,
    choices: { outcome: sql`t.outcome` },
  },
  activity_rates: {
    table: sql`activity_rate`,
    columns: sql`t.activity, t.unit, t.cost_minor::float8 AS "costMinor", t.currency, t.valid_from::text AS "validFrom"`,
    joins: empty,
    day: sql`t.valid_from`,
    choices: { type: sql`t.unit` },
  },
  acquisition_costs: {
    table: sql`acquisition_cost`,
    columns: sql`t.channel, t.started_on::text AS "startedOn", t.ended_on::text AS "endedOn",
      t.amount_minor::float8 AS "amountMinor", t.currency`,
    joins: empty,
    day: sql`t.started_on`,
    choices: { channel: CHANNEL },
  },
  segment_lists: {
    table: sql`segment_listing`,
    columns: sql`${WRITTEN_ON}::text AS "listedOn", ${LEFT} AS status, t.has_left AS "hasLeft", sg.name AS segment`,
    joins: NAMED_JOINS.segment,
    day: WRITTEN_ON,
    choices: { status: LEFT },
    isByEntry: true,
  },
};
