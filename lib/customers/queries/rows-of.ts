import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { Stretch } from "../stretches.ts";
import type { CustomerListRow, CustomerRanking } from "../types.ts";
import type { FilterSql } from "./filter-sql.ts";

/** A customer of the list as stored, before masking. */
export type StoredRow = Omit<CustomerListRow, "isMasked">;

export const CUSTOMER = sql`c.id, c.external_id AS "externalId", c.name, c.email, c.phone`;
export const VALUE = sql`v.segment, v.order_count AS "orderCount", v.revenue_minor::float8 AS "revenueMinor",
  v.profit_minor::float8 AS "profitMinor", v.last_ordered_on::text AS "lastOrderedOn"`;
const NO_VALUE = sql`NULL AS segment, NULL::int AS "orderCount", NULL::float8 AS "revenueMinor",
  NULL::float8 AS "profitMinor", NULL AS "lastOrderedOn"`;

/** How a list by an amount stands, as its index holds it: from the start or, for the least first, from the end. */
type Ranking = { column: Sql; next: Sql; nextId: Sql; order: Order };
type Order = { inside: Sql; outside: Sql };

const RANKINGS: Readonly<Record<CustomerRanking, Ranking>> = {
  revenue: mostFirst(sql`v.revenue_minor`, sql`"revenueMinor"`),
  profit: mostFirst(sql`v.profit_minor`, sql`"profitMinor"`),
  least_profit: leastFirst(sql`v.profit_minor`, sql`"profitMinor"`),
};

function mostFirst(column: Sql, name: Sql): Ranking {
  const order = {
    inside: sql`${column} DESC NULLS LAST, v.customer_id`,
    outside: sql`${name} DESC NULLS LAST, id`,
  };
  return { column, next: sql`<`, nextId: sql`>`, order };
}

/** NULLS FIRST is how the index reads backwards; a stretch holds nulls alone or none. */
function leastFirst(column: Sql, name: Sql): Ranking {
  const order = {
    inside: sql`${column} NULLS FIRST, v.customer_id DESC`,
    outside: sql`${name} NULLS FIRST, id DESC`,
  };
  return { column, next: sql`>`, nextId: sql`<`, order };
}

/** A query for the rows of one part of the list that match, in its order. */
export function rowsOf(stretch: Stretch, session: Session, asked: FilterSql): Sql {
  const { where } = asked;
  switch (stretch.kind) {
    case "equal_amount":
    case "next_amounts":
    case "no_amount":
      return rankedRows(session, asked, stretch);
    case "not_computed":
      return inOrder(
        asked,
        sql`SELECT ${CUSTOMER}, ${NO_VALUE} FROM customer c
          WHERE ${where} ${unlessNull(stretch.beforeId, (id) => sql`AND c.id < ${id}::uuid`)}
            AND NOT EXISTS (SELECT 1 FROM ${ownValue(session, "WHERE")})`,
        { inside: sql`c.id DESC`, outside: sql`id DESC` },
      );
    case "by_number":
      return inOrder(
        asked,
        sql`SELECT ${CUSTOMER}, ${VALUE} FROM customer c LEFT JOIN ${ownValue(session)}
          WHERE ${where} ${unlessNull(stretch.afterNumber, (number) => sql`AND c.external_id > ${number}`)}`,
        { inside: sql`c.external_id`, outside: sql`"externalId"` },
      );
  }
}

type RankedStretch = Extract<Stretch, { by: CustomerRanking }>;

function rankedRows({ workspace }: Session, asked: FilterSql, stretch: RankedStretch): Sql {
  return inOrder(
    asked,
    sql`SELECT ${CUSTOMER}, ${VALUE}
      FROM customer_value v JOIN customer c ON c.tenant_id = ${workspace.id}::uuid AND c.id = v.customer_id
      WHERE v.tenant_id = ${workspace.id}::uuid AND ${asked.where} AND ${standsIn(stretch)}`,
    RANKINGS[stretch.by].order,
  );
}

function standsIn(stretch: RankedStretch): Sql {
  const { column, next, nextId } = RANKINGS[stretch.by];
  switch (stretch.kind) {
    case "equal_amount":
      return sql`${column} = ${stretch.amountMinor} AND v.customer_id ${nextId} ${stretch.afterId}::uuid`;
    case "next_amounts":
      return stretch.afterMinor === null
        ? sql`${column} IS NOT NULL`
        : sql`${column} ${next} ${stretch.afterMinor}`;
    case "no_amount":
      return sql`${column} IS NULL
        ${unlessNull(stretch.afterId, (id) => sql`AND v.customer_id ${nextId} ${id}::uuid`)}`;
  }
}

/**
 * Few found ones are fetched and then sorted: for the first page alone the planner might walk the whole list instead.
 */
function inOrder(asked: FilterSql, rows: Sql, order: Order): Sql {
  return asked.isFew
    ? sql`WITH picked AS MATERIALIZED (${rows}) SELECT * FROM picked ORDER BY ${order.outside}`
    : sql`${rows} ORDER BY ${order.inside}`;
}

/** The join of `customer c` with its value `v`. */
export function ownValue({ workspace }: Session, link: "ON" | "WHERE" = "ON"): Sql {
  const own = sql`v.tenant_id = ${workspace.id}::uuid AND v.customer_id = c.id`;
  return link === "ON" ? sql`customer_value v ON ${own}` : sql`customer_value v WHERE ${own}`;
}

function unlessNull<T>(value: T | null, condition: (value: T) => Sql): Sql {
  return value === null ? empty : condition(value);
}
