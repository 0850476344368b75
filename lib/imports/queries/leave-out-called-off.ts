import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findStoredOrders } from "#lib/orders/index.ts";
import type { ImportKind, ImportRow, OrderRow, Reject } from "../types.ts";

type Sorted = { rows: readonly ImportRow[]; rejects: readonly Reject[] };

/**
 * The rows of a chunk without orders that were called off before anybody knew them: they never were a sale, and count
 * nowhere. One that is stored already stays, with all of it given back.
 */
export async function leaveOutCalledOff(
  tx: TenantTx,
  session: Session,
  kind: ImportKind,
  given: readonly ImportRow[],
): Promise<Sorted> {
  if (kind !== "orders") return { rows: given, rejects: [] };
  // Rows of an import are of its kind.
  const rows = given as readonly OrderRow[];
  const calledOff = rows.filter(({ isCalledOff }) => isCalledOff);
  if (calledOff.length === 0) return { rows, rejects: [] };
  const numbers = [...new Set(calledOff.map(orderOf))];
  const stored = await findStoredOrders(tx, session, { numbers, customers: [] });
  const sold = new Set(
    rows.filter((row) => !(row.isCalledOff || row.part === "return")).map(orderOf),
  );
  const isLeftOut = (row: OrderRow) =>
    row.isCalledOff === true && !stored.numbers.has(orderOf(row)) && !sold.has(orderOf(row));
  const lines = new Map(rows.filter(isLeftOut).map((row) => [row.line, orderOf(row)]));
  return {
    rows: rows.filter((row) => !isLeftOut(row)),
    rejects: [...lines].map(([line, value]) => ({ line, column: "", value, reason: CALLED_OFF })),
  };
}

const CALLED_OFF = "This order was called off: it is no sale, and is left out.";

function orderOf(row: OrderRow): string {
  if (row.part === "line") return row.orderExternalId;
  return row.part === "return" ? (row.returnOf ?? row.externalId) : row.externalId;
}
