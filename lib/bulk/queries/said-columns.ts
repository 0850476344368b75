import type { BulkRow } from "../types.ts";
import type { Column, NameIds, Register } from "./register.ts";

/** Rows that say something of the same columns, with a register whose other columns stay as they are stored. */
export type SaidRows<Row extends BulkRow> = { register: Register<Row>; rows: readonly Row[] };

/** Rows by the columns that they say something of: those of one file are all of one kind, items of the API need not be. */
export function rowsBySaid<Row extends BulkRow>(
  register: Register<Row>,
  rows: readonly Row[],
  ids: NameIds,
): SaidRows<Row>[] {
  const groups = new Map<string, { unsaid: ReadonlySet<Column<Row>>; rows: Row[] }>();
  for (const row of rows) {
    const unsaid = unsaidBy(register, row, ids);
    const key = unsaid.map((column) => register.columns.indexOf(column)).join();
    const group = groups.get(key) ?? { unsaid: new Set(unsaid), rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ unsaid, rows: same }) => ({
    rows: same,
    register: {
      ...register,
      columns: register.columns.map((column) =>
        unsaid.has(column) ? { ...column, stays: true as const } : column,
      ),
    },
  }));
}

/** One that fills stays anyhow. */
function unsaidBy<Row extends BulkRow>({ columns }: Register<Row>, row: Row, ids: NameIds) {
  return columns.filter((column) => !column.fills && column.of(row, ids) === undefined);
}
