import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { amountText } from "#lib/format/amount-text.ts";
import type { PageRequest } from "#lib/lists/types.ts";
import { RECORDS } from "../kinds.ts";
import type { RecordColumn, RecordKind, RecordRow, RecordValue } from "../types.ts";
import { type AskedRecords, listRecordRows } from "./list-records.ts";

/** The columns of a kind in files, and which of them are amounts: the number, whose it is, whence, and what it tells. */
export function recordColumns(kind: RecordKind): { columns: string[]; amounts: string[] } {
  const { hasCustomer, hasSource, columns } = RECORDS[kind];
  return {
    columns: [
      ...["number", ...(hasCustomer ? ["customer_id"] : []), ...(hasSource ? ["source"] : [])],
      ...columns.map(nameOf),
    ],
    amounts: columns.filter(isAmount).map(nameOf),
  };
}

/** Records that match as rows of `recordColumns`; whose they are only for who may read that. @throws as `listRecordRows` */
export async function exportRecords(
  tx: TenantTx,
  session: Session,
  asked: AskedRecords,
  page: PageRequest,
): Promise<{ rows: RecordValue[][]; next: string | null }> {
  const { items, next } = await listRecordRows(tx, session, asked, page);
  return { rows: items.map((row) => cellsOf(asked.kind, row)), next };
}

function cellsOf(kind: RecordKind, { number, customer, source, values }: RecordRow): RecordValue[] {
  const { hasCustomer, hasSource, columns } = RECORDS[kind];
  return [
    number,
    ...(hasCustomer ? [customer?.number ?? null] : []),
    ...(hasSource ? [source?.name ?? null] : []),
    ...columns.map((column) => valueIn(column, values)),
  ];
}

function valueIn(column: RecordColumn, values: RecordRow["values"]): RecordValue {
  const value = values[column.field] ?? null;
  if (!isAmount(column) || typeof value !== "number") return value;
  return amountText(value, String(values.currency));
}

function isAmount({ type }: RecordColumn): boolean {
  return type === "amount" || type === "price" || type === "net";
}

/** occurredOn → occurred_on, amountMinor → amount. */
function nameOf({ field }: RecordColumn): string {
  return field.replace(/Minor$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
