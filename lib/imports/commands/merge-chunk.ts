import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { countRowChanges, type Register, writeRows } from "#lib/bulk/index.ts";
import type { WrittenCounts } from "#lib/bulk/types.ts";
import { countCustomerChanges, upsertCustomers } from "#lib/customers/index.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import { isDataError } from "#lib/db/raw-error.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { countOrderRowChanges, findStoredOrders, writeOrderRows } from "#lib/orders/index.ts";
import { REGISTERS } from "../queries/registers.ts";
import { isReturn } from "../return-watch.ts";
import { rowsBySource } from "../row-sources.ts";
import type { Chunk, CustomerRow, ImportRow, OrderRow } from "../types.ts";
import type { RegisterKind } from "../usual-source.ts";
import { type Attempt, type ChunkCounts, recordChunk, storeRejects } from "./import-attempt.ts";
import { type PreparedChunk, prepareChunk } from "./prepare-chunk.ts";

/** A chunk may be repeated, so its commit need not wait for the disk. */
export const BULK = { timeoutMs: 120_000, isRepeatable: true } as const;

/** See `prepareChunk`, which this runs in a transaction of its own. */
export function prepareInAdvance(
  session: Session,
  attempt: Attempt,
  chunk: Chunk,
): Promise<PreparedChunk> {
  return withTenant(
    session,
    "import:write",
    async (tx) => {
      await planForBulk(tx);
      return prepareChunk(tx, session, attempt, chunk);
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
  chunk: PreparedChunk,
  former: Promise<void>,
): Promise<void> {
  try {
    await writeChunk(session, attempt, chunk, former);
  } catch (error) {
    if (!isDataError(error)) throw error;
    const refused = await findRefused(session, attempt, chunk);
    if (refused.size === 0) throw error;
    await writeChunk(session, attempt, withoutRefused(chunk, refused), former);
  }
}

function writeChunk(
  session: Session,
  attempt: Attempt,
  chunk: PreparedChunk,
  former: Promise<void>,
): Promise<void> {
  return withTenant(
    session,
    "import:write",
    async (tx) => {
      await planForBulk(tx);
      const merged = await mergeRows(tx, session, attempt, chunk);
      await storeRejects(tx, attempt, chunk.rejects);
      await former;
      await recordChunk(tx, session, attempt, chunk.first, countsOf(chunk, merged));
    },
    BULK,
  );
}

type Merged = WrittenCounts & { customersCreated: number };

async function mergeRows(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  chunk: Rows,
): Promise<Merged> {
  const { kind, isDryRun } = attempt;
  if (isDryRun) return compareRows(tx, session, attempt, chunk);
  const { importId } = attempt;
  switch (kind) {
    case "customers":
      return noneMade(await upsertCustomers(tx, session, importId, rowsOf<CustomerRow>(chunk)));
    case "orders":
      return noneMade(await writeOrderRows(tx, session, importId, rowsOf<OrderRow>(chunk)));
    default:
      return noneMade(
        await overSources(attempt, chunk, (rows) => writeRows(tx, session, registerOf(kind), rows)),
      );
  }
}

/** What `mergeRows` would do. */
async function compareRows(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  chunk: Rows,
): Promise<Merged> {
  const { kind } = attempt;
  switch (kind) {
    case "customers":
      return noneMade(await countCustomerChanges(tx, session, rowsOf<CustomerRow>(chunk)));
    case "orders":
      await watchReturns(tx, session, attempt, rowsOf<OrderRow>(chunk));
      return firstNamed(attempt, await countOrderRowChanges(tx, session, rowsOf<OrderRow>(chunk)));
    default: {
      const unknownCustomers: string[] = [];
      const counts = await overSources(attempt, chunk, async (rows) => {
        const expected = await countRowChanges(tx, session, registerOf(kind), rows);
        unknownCustomers.push(...expected.unknownCustomers);
        return expected;
      });
      return firstNamed(attempt, { ...counts, unknownCustomers });
    }
  }
}

async function watchReturns(
  tx: TenantTx,
  session: Session,
  { returns }: Attempt,
  rows: readonly OrderRow[],
): Promise<void> {
  const back = rows.filter(isReturn);
  const asked = {
    numbers: back.flatMap(({ returnOf, number }) => returnOf ?? number ?? []),
    customers: back.map(({ customerExternalId }) => customerExternalId),
  };
  returns.see(rows, back.length > 0 ? await findStoredOrders(tx, session, asked) : NONE_STORED);
}

const NONE_STORED = { numbers: new Set<string>(), customers: new Set<string>() };

/** Customers are made when a chunk is prepared, and counted there. */
function noneMade(counts: WrittenCounts): Merged {
  return { ...counts, customersCreated: 0 };
}

function firstNamed(
  attempt: Attempt,
  { unknownCustomers, ...counts }: WrittenCounts & { unknownCustomers: string[] },
): Merged {
  return { ...counts, customersCreated: attempt.countFirstNamed(unknownCustomers) };
}

type Rows = Pick<PreparedChunk, "rows" | "ids" | "sources">;

/** All rows of an import are of its kind: the row reader made them so. */
function rowsOf<Row extends ImportRow>({ rows }: Rows): readonly Row[] {
  return rows as readonly Row[];
}

/** The register of a kind that is known at run time only, and its rows. */
function registerOf(kind: RegisterKind): Register<never> {
  return REGISTERS[kind];
}

function toWrite({ importId }: Attempt, chunk: Rows, sourceId: string) {
  return { rows: rowsOf<never>(chunk), origin: { importId, sourceId }, ids: chunk.ids };
}

/** The rows of one source after the other: within one their numbers are unique. */
async function overSources(
  attempt: Attempt,
  chunk: Rows,
  work: (rows: ReturnType<typeof toWrite>) => Promise<WrittenCounts>,
): Promise<WrittenCounts> {
  const total = { created: 0, updated: 0 };
  for (const [key, rows] of rowsBySource(chunk.rows)) {
    const sourceId = chunk.sources.get(key) ?? attempt.sourceId;
    const { created, updated } = await work(toWrite(attempt, { ...chunk, rows }, sourceId));
    total.created += created;
    total.updated += updated;
  }
  return total;
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
  { rows, ...names }: Rows,
): Promise<Set<ImportRow>> {
  if (rows.length === 0 || (await isAccepted(session, attempt, { rows, ...names })))
    return new Set();
  if (rows.length === 1) return new Set(rows);
  const middle = Math.ceil(rows.length / 2);
  const left = await findRefused(session, attempt, { rows: rows.slice(0, middle), ...names });
  const right = await findRefused(session, attempt, { rows: rows.slice(middle), ...names });
  return new Set([...left, ...right]);
}

/** Write rows and take it back. */
async function isAccepted(session: Session, attempt: Attempt, rows: Rows): Promise<boolean> {
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

function withoutRefused(chunk: PreparedChunk, refused: ReadonlySet<ImportRow>): PreparedChunk {
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
