import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { countCustomerChanges, upsertCustomers } from "#lib/customers/index.ts";
import { isDataError } from "#lib/db/raw-error.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { countOrderChanges, createNamedCustomers, upsertOrders } from "#lib/orders/index.ts";
import type { Chunk, CustomerRow, OrderRow } from "../types.ts";
import {
  type Attempt,
  type ChunkCounts,
  recordChunk,
  recordNewCustomers,
  storeRejects,
} from "./import-attempt.ts";

type Row = CustomerRow | OrderRow;

/** A chunk may be repeated, so its commit need not wait for the disk. */
export const BULK = { timeoutMs: 120_000, isRepeatable: true } as const;

/**
 * Make the customers that the orders of a chunk name, in a transaction of its own before the chunk's: so two chunks
 * can be written at once without waiting for each other's customers. A repeated chunk finds them and counts none twice.
 */
export async function prepareChunk(
  session: Session,
  attempt: Attempt,
  chunk: Chunk,
): Promise<void> {
  if (attempt.kind !== "orders" || attempt.isDryRun) return;
  await withTenant(
    session,
    "import:write",
    async (tx) => {
      await joinByHash(tx);
      const orders = ordersOf(chunk.rows);
      const made = await createNamedCustomers(tx, session, attempt.importId, orders);
      if (made > 0) await recordNewCustomers(tx, session, attempt, made);
    },
    BULK,
  );
}

/**
 * Write a chunk: rows, ledger, rejects and checkpoint in one transaction, so that a crash leaves all or nothing. Rows
 * are written at once, the checkpoint moves only after `former`, the chunk before, is committed.
 * Rows the database refuses are found by halving and become rejects.
 */
export async function mergeChunk(
  session: Session,
  attempt: Attempt,
  chunk: Chunk,
  former: Promise<void>,
): Promise<void> {
  try {
    await writeChunk(session, attempt, chunk, former);
  } catch (error) {
    if (!isDataError(error)) throw error;
    const refused = await findRefused(session, attempt, chunk.rows);
    if (refused.size === 0) throw error;
    await writeChunk(session, attempt, withoutRefused(chunk, refused), former);
  }
}

function writeChunk(
  session: Session,
  attempt: Attempt,
  chunk: Chunk,
  former: Promise<void>,
): Promise<void> {
  return withTenant(
    session,
    "import:write",
    async (tx) => {
      await joinByHash(tx);
      const merged = await mergeRows(tx, session, attempt, chunk.rows);
      await storeRejects(tx, attempt, chunk.rejects);
      await former;
      await recordChunk(tx, session, attempt, chunk.first, countsOf(chunk, merged));
    },
    BULK,
  );
}

/** Tables that were just made are thought to be small, and thousands of rows would be compared with thousands. */
async function joinByHash(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`SELECT set_config('enable_nestloop', 'off', true)`;
}

type Merged = { created: number; updated: number; customersCreated: number };

async function mergeRows(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  rows: readonly Row[],
): Promise<Merged> {
  const { kind, isDryRun, importId } = attempt;
  switch (kind) {
    case "customers": {
      const customers = customersOf(rows);
      const counts = isDryRun
        ? await countCustomerChanges(tx, session, customers)
        : await upsertCustomers(tx, session, importId, customers);
      return { ...counts, customersCreated: 0 };
    }
    case "orders": {
      const orders = ordersOf(rows);
      if (!isDryRun) {
        const written = await upsertOrders(tx, session, importId, orders);
        return { ...written, customersCreated: 0 };
      }
      const { unknownCustomers, ...counts } = await countOrderChanges(tx, session, orders);
      return { ...counts, customersCreated: attempt.countFirstNamed(unknownCustomers) };
    }
  }
}

/** All rows of an import are of its kind: the row reader made them so. */
function customersOf(rows: readonly Row[]): readonly CustomerRow[] {
  return rows as readonly CustomerRow[];
}

function ordersOf(rows: readonly Row[]): readonly OrderRow[] {
  return rows as readonly OrderRow[];
}

function countsOf({ rows, rejects, records, bytesRead }: Chunk, merged: Merged): ChunkCounts {
  return {
    ...merged,
    records,
    bytesRead,
    unchanged: rows.length - merged.created - merged.updated,
    rejected: new Set(rejects.map(({ line }) => line)).size,
  };
}

class TrialOver extends Error {}

/** The rows that the database refuses each on its own. */
async function findRefused(
  session: Session,
  attempt: Attempt,
  rows: readonly Row[],
): Promise<Set<Row>> {
  if (rows.length === 0 || (await isAccepted(session, attempt, rows))) return new Set();
  if (rows.length === 1) return new Set(rows);
  const middle = Math.ceil(rows.length / 2);
  const left = await findRefused(session, attempt, rows.slice(0, middle));
  const right = await findRefused(session, attempt, rows.slice(middle));
  return new Set([...left, ...right]);
}

/** Write rows and take it back. */
async function isAccepted(
  session: Session,
  attempt: Attempt,
  rows: readonly Row[],
): Promise<boolean> {
  try {
    await withTenant(
      session,
      "import:write",
      async (tx) => {
        await mergeRows(tx, session, attempt, rows);
        throw new TrialOver();
      },
      BULK,
    );
  } catch (error) {
    if (error instanceof TrialOver) return true;
    if (isDataError(error)) return false;
    throw error;
  }
  return true;
}

function withoutRefused(chunk: Chunk, refused: ReadonlySet<Row>): Chunk {
  const rejects = [...refused].map(({ line, externalId }) => ({
    line,
    column: "",
    value: externalId.slice(0, 200),
    reason: "The database refused this row.",
  }));
  return {
    ...chunk,
    rows: chunk.rows.filter((row) => !refused.has(row)),
    rejects: [...chunk.rejects, ...rejects],
  };
}
