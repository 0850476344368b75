import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";
import { nameKey } from "#lib/format/name-key.ts";
import type { BulkRow, LedgerEntity, NamedEntity } from "../types.ts";

type Cell = string | number | null;

/**
 * A column of a register. One that `fills` leaves what is stored where a row has nothing; any other is then cleared, unless
 * the row says nothing of it at all: undefined.
 */
export type Column<Row> = {
  name: Sql;
  type: Sql;
  of: (row: Row, ids: NameIds) => Cell | undefined;
  fills?: true;
  /** What a new row has of which nothing is said */
  else?: string;
  /** Among rows that say nothing of it: what is stored stays */
  stays?: true;
};

/** The ids of touchpoints, segments and departments by `nameKey`. */
export type NameIds = Readonly<Record<NamedEntity, ReadonlyMap<string, string>>>;

/** A table whose rows imports and the API write by their own number, within their source. */
export type Register<Row extends BulkRow> = {
  entity: LedgerEntity;
  table: Sql;
  /** Whether rows belong to a customer; whose rows do not need one may leave it out */
  hasCustomer: boolean;
  columns: readonly Column<Row>[];
};

const UUID = sql`uuid`;

type Named = { touchpoint: string | null; segment: string | null; department: string | null };

/** The columns of a register that point at touchpoints, segments and departments. */
export const NAMED_COLUMNS = {
  touchpoint: namedColumn(sql`touchpoint_id`, "touchpoint"),
  segment: namedColumn(sql`segment_id`, "segment"),
  department: namedColumn(sql`department_id`, "department"),
} as const;

function namedColumn<Key extends NamedEntity>(name: Sql, key: Key): Column<Pick<Named, Key>> {
  return {
    name,
    type: UUID,
    of: (row, ids) => idOf(row[key], ids[key]),
    fills: true,
  };
}

function idOf(name: string | null, ids: ReadonlyMap<string, string>): string | null {
  return name === null ? null : (ids.get(nameKey(name)) ?? null);
}
