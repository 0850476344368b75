import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { ExpectedCounts, WrittenCounts } from "#lib/bulk/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { OrderRowToWrite } from "../types.ts";
import { countRemovals, removeOrders } from "./remove-orders.ts";
import { countOrderLineChanges, upsertOrderLines } from "./upsert-order-lines.ts";
import { countOrderChanges, upsertOrders } from "./upsert-orders.ts";
import { countReturnChanges, upsertReturns } from "./upsert-returns.ts";

/**
 * Write the rows of an orders file, whatever they are. See `upsertOrders`, `upsertOrderLines`, `upsertReturns` and
 * `removeOrders`, which counts as a change.
 */
export async function writeOrderRows(
  tx: TenantTx,
  session: Session,
  importId: string,
  rows: readonly OrderRowToWrite[],
): Promise<WrittenCounts> {
  const { orders, lines, returns, calledOff } = partsOf(rows);
  return sumOf([
    await removeOrders(tx, session, importId, calledOff),
    await upsertOrders(tx, session, importId, orders),
    await upsertOrderLines(tx, session, importId, lines),
    await upsertReturns(tx, session, importId, returns),
  ]);
}

/** What `writeOrderRows` would do, without doing it; customers that do not exist yet by their numbers. */
export async function countOrderRowChanges(
  tx: TenantTx,
  session: Session,
  rows: readonly OrderRowToWrite[],
): Promise<ExpectedCounts> {
  const { orders, lines, returns, calledOff } = partsOf(rows);
  const counts = [
    await countRemovals(tx, session, calledOff),
    await countOrderChanges(tx, session, orders),
    await countOrderLineChanges(tx, session, lines),
    await countReturnChanges(tx, session, returns),
  ];
  const unknown = new Set(counts.flatMap(({ unknownCustomers }) => unknownCustomers));
  return { ...sumOf(counts), unknownCustomers: [...unknown] };
}

function partsOf(rows: readonly OrderRowToWrite[]) {
  return {
    orders: rows.filter((row) => row.part === undefined),
    lines: rows.filter((row) => row.part === "line"),
    returns: rows.filter((row) => row.part === "return"),
    calledOff: rows.filter((row) => row.part === "called_off"),
  };
}

function sumOf(counts: readonly WrittenCounts[]): WrittenCounts {
  return {
    created: counts.reduce((sum, { created }) => sum + created, 0),
    updated: counts.reduce((sum, { updated }) => sum + updated, 0),
  };
}
