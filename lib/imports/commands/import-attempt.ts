import "server-only";
import { hash } from "node:crypto";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueCustomerProfile, enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import { countUnmatchedReturns } from "#lib/orders/index.ts";
import { postEvent } from "#lib/webhooks/index.ts";
import { OrdinalCounter } from "../ordinal-counter.ts";
import { ReturnWatch } from "../return-watch.ts";
import { ImportMapping } from "../schema.ts";
import type { ImportKind, Reject } from "../types.ts";

/** One worker's hold on an import. A later attempt has a higher number, and the earlier one stops at its next write. */
export type Attempt = {
  importId: string;
  number: number;
  kind: ImportKind;
  uploadId: string;
  isDryRun: boolean;
  mapping: ImportMapping | undefined;
  /** Where the rows come from, and of a register whose numbers they have; nobody's in a dry run from a new source */
  sourceId: string;
  /** Records of the file, header not counted, that earlier attempts have dealt with */
  committedRecords: number;
  /** By the database's clock */
  claimedAt: Date;
  /** How many of these customers no chunk before has named: only a dry run has to remember them */
  countFirstNamed: (customers: readonly string[]) => number;
  /** Which returns find no order: only a dry run has to watch them, an import matches them */
  returns: ReturnWatch;
};

/** The source of rows before theirs is known. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export type ChunkCounts = {
  records: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  customersCreated: number;
  bytesRead: number;
};

/** A newer attempt holds the import: this one must stop without a trace. */
export class Superseded extends Error {}

/**
 * Take hold of a waiting or broken-off import; null when it has ended already. An import goes on where it was broken
 * off; a dry run, which has written nothing, starts again.
 */
export async function claimAttempt(
  tx: TenantTx,
  session: Session,
  importId: string,
): Promise<Attempt | null> {
  const tenantId = session.workspace.id;
  const rows = await tx.$queryRaw<ClaimedRow[]>`
    UPDATE import SET attempt = attempt + 1, status = 'running', started_at = coalesce(started_at, now())
    WHERE tenant_id = ${tenantId}::uuid AND id = ${importId}::uuid AND status IN ('queued', 'running')
    RETURNING attempt, kind, upload_id, is_dry_run, mapping, source_id, committed_records, now() AS claimed_at`;
  const row = rows[0];
  if (!row?.upload_id) return null;
  if (row.is_dry_run && row.committed_records > 0) await forgetDryRun(tx, importId);
  const mapping = row.mapping === null ? undefined : ImportMapping.parse(row.mapping);
  return {
    importId,
    number: row.attempt,
    kind: row.kind,
    uploadId: row.upload_id,
    isDryRun: row.is_dry_run,
    mapping,
    sourceId: row.source_id ?? NOBODY,
    committedRecords: row.is_dry_run ? 0 : row.committed_records,
    claimedAt: row.claimed_at,
    countFirstNamed: firstNamedCounter(),
    returns: new ReturnWatch((text) => hash("sha256", text)),
  };
}

async function forgetDryRun(tx: TenantTx, id: string): Promise<void> {
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0, customersCreated: 0 };
  await tx.importReject.deleteMany({ where: { importId: id } });
  await tx.import.updateMany({
    where: { id },
    data: { ...counts, committedRecords: 0, rowsRead: 0, bytesRead: 0 },
  });
}

function firstNamedCounter(): Attempt["countFirstNamed"] {
  const named = new OrdinalCounter();
  return (customers) =>
    customers.filter((customer) => named.next(hash("sha256", customer)) === 1).length;
}

/**
 * Move the checkpoint of an import in the transaction that writes a chunk.
 *
 * @throws Superseded when a newer attempt has moved it
 */
export async function recordChunk(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  first: number,
  counts: ChunkCounts,
): Promise<void> {
  const moved = await tx.$executeRaw`
    UPDATE import SET committed_records = committed_records + ${counts.records}::int, rows_read = rows_read + ${counts.records}::int,
      created = created + ${counts.created}::int, updated = updated + ${counts.updated}::int,
      unchanged = unchanged + ${counts.unchanged}::int, rejected = rejected + ${counts.rejected}::int,
      customers_created = customers_created + ${counts.customersCreated}::int, bytes_read = ${counts.bytesRead}::bigint,
      waits_for = NULL
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${attempt.importId}::uuid AND attempt = ${attempt.number}::int
      AND committed_records = ${first}::int AND status = 'running'`;
  if (moved === 0) throw new Superseded("A newer attempt holds this import.");
}

/** Say on a running import that the disk of the database is full; its next chunk takes the word back. */
export async function waitForDisk(tx: TenantTx, session: Session, importId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE import SET waits_for = 'disk_space'
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${importId}::uuid AND status IN ('running', 'undoing')
      AND waits_for IS NULL`;
}

/**
 * Hold an import for the rest of this transaction.
 *
 * @throws Superseded when a newer attempt holds it
 */
export async function holdImport(tx: TenantTx, session: Session, attempt: Attempt): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM import WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${attempt.importId}::uuid
      AND attempt = ${attempt.number}::int AND status = 'running' FOR NO KEY UPDATE`;
  if (held.length === 0) throw new Superseded("A newer attempt holds this import.");
}

/**
 * Count customers that an orders file made on the way, in the transaction that makes them.
 *
 * @throws Superseded when a newer attempt holds the import
 */
export async function recordNewCustomers(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  count: number,
): Promise<void> {
  const counted = await tx.$executeRaw`
    UPDATE import SET customers_created = customers_created + ${count}::int
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${attempt.importId}::uuid
      AND attempt = ${attempt.number}::int AND status = 'running'`;
  if (counted === 0) throw new Superseded("A newer attempt holds this import.");
}

/** Keep the rejects of a chunk. An attempt that was replaced meanwhile meets those of its successor, and `recordChunk` stops it. */
export async function storeRejects(
  tx: TenantTx,
  attempt: Attempt,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  const positions = new Map<number, number>();
  const rows = rejects.map(({ line, column, value, reason }) => {
    const position = positions.get(line) ?? 0;
    positions.set(line, position + 1);
    return { importId: attempt.importId, line, position, columnName: column, value, reason };
  });
  await tx.importReject.createMany({ data: rows, skipDuplicates: true });
}

/** End an attempt well: the whole file is dealt with. A change of data asks for a new computation of value. */
export async function finishImport(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
): Promise<void> {
  await recordUnmatchedReturns(tx, session, attempt);
  const counts = await end(tx, session, attempt, null);
  await recordEvent(tx, session, {
    action: "import.finished",
    object: { type: "import", id: attempt.importId },
    after: { kind: attempt.kind, isDryRun: attempt.isDryRun, ...counts },
  });
  if (attempt.isDryRun) return;
  await tellOthers(tx, session, attempt, counts);
  await enqueueValueRefresh(tx, session.workspace.id);
  if (attempt.kind === "customers") await enqueueCustomerProfile(tx, session.workspace.id);
}

async function recordUnmatchedReturns(
  tx: TenantTx,
  session: Session,
  { importId, kind, isDryRun, returns }: Attempt,
): Promise<void> {
  if (kind !== "orders") return;
  const unmatchedReturns = isDryRun
    ? returns.count()
    : await countUnmatchedReturns(tx, session, importId);
  if (unmatchedReturns === 0) return;
  await tx.import.updateMany({ where: { id: importId }, data: { unmatchedReturns } });
}

/** Registers that others are told of by name. */
const TOLD = ["signals", "complaints", "interactions"] as const;

async function tellOthers(
  tx: TenantTx,
  session: Session,
  { importId, kind, sourceId }: Attempt,
  { created, updated, unchanged, rejected }: EndCounts,
): Promise<void> {
  const counts = { created, updated };
  const all = { ...counts, unchanged, rejected };
  await postEvent(tx, session, "import.finished", { importId, kind, ...all });
  const told = TOLD.find((each) => each === kind);
  if (told && created + updated > 0)
    await postEvent(tx, session, `${told}.written`, { importId, sourceId, ...counts });
}

/**
 * End an attempt whose file cannot be imported; `failure` says why and the way out. What was imported until then stays,
 * and asks for a new computation of value.
 */
export async function refuseImport(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  failure: string,
): Promise<void> {
  const counts = await end(tx, session, attempt, failure);
  await recordEvent(tx, session, {
    action: "import.failed",
    object: { type: "import", id: attempt.importId },
    after: { kind: attempt.kind, isDryRun: attempt.isDryRun, ...counts },
  });
  const { created, updated, customersCreated } = counts;
  if (attempt.isDryRun || !(created || updated || customersCreated)) return;
  await enqueueValueRefresh(tx, session.workspace.id);
  await enqueueCustomerProfile(tx, session.workspace.id);
}

type ClaimedRow = {
  attempt: number;
  kind: ImportKind;
  upload_id: string | null;
  is_dry_run: boolean;
  mapping: unknown;
  source_id: string | null;
  committed_records: number;
  claimed_at: Date;
};

type EndCounts = Record<
  "created" | "updated" | "unchanged" | "rejected" | "customersCreated",
  number
>;

async function end(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  failure: string | null,
): Promise<EndCounts> {
  const [counts] = await tx.$queryRaw<EndCounts[]>`
    UPDATE import SET status = ${failure === null ? "succeeded" : "failed"}, failure = ${failure}, finished_at = now(),
      waits_for = NULL, bytes_read = CASE WHEN ${failure}::text IS NULL THEN bytes_total ELSE bytes_read END
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${attempt.importId}::uuid AND attempt = ${attempt.number}::int
      AND status = 'running'
    RETURNING created, updated, unchanged, rejected, customers_created AS "customersCreated"`;
  if (!counts) throw new Superseded("A newer attempt holds this import.");
  return counts;
}
