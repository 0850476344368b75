import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { takeBackNames, takeBackRows } from "#lib/bulk/index.ts";
import type { LedgerEntity, LedgerStretch, UndoneCounts } from "#lib/bulk/types.ts";
import { undoCustomers } from "#lib/customers/index.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueCustomerProfile, enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import { undoOrderLines, undoOrders, undoReturnMatches, undoReturns } from "#lib/orders/index.ts";
import { postEvent } from "#lib/webhooks/index.ts";
import { REGISTER_OF, UNDO_ORDER } from "../queries/registers.ts";
import type { ImportKind } from "../types.ts";
import { Superseded } from "./import-attempt.ts";

/** One worker's hold on the undoing of an import; a later attempt has a higher number. */
export type UndoAttempt = {
  importId: string;
  number: number;
  kind: ImportKind;
  finishedAt: Date;
  place: UndoPlace;
};

/** How far an undo has come: what hangs on others first, so that customers made on the way have none left when their turn comes. */
export type UndoPlace = { entity: LedgerEntity; line: number };

/** A chunk ends at so many rows of the ledger. */
const CHUNK_ROWS = 5_000;

/** Take hold of an import that is to be undone, where the last attempt left it; null when it is not, or not any more. */
export async function claimUndo(
  tx: TenantTx,
  session: Session,
  importId: string,
): Promise<UndoAttempt | null> {
  const [row] = await tx.$queryRaw<ClaimedRow[]>`
    UPDATE import SET attempt = attempt + 1
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${importId}::uuid AND status = 'undoing'
    RETURNING attempt, kind, undo_entity AS entity, undo_line AS line, finished_at AS "finishedAt"`;
  if (!row) return null;
  const { attempt, kind, line, finishedAt } = row;
  const entity = row.entity ?? firstOf(kind);
  return { importId, number: attempt, kind, finishedAt, place: { entity, line } };
}

/**
 * Take back the next chunk: rows, list of kept rows and checkpoint in one transaction, so that a crash leaves all or
 * nothing. Gives the place after it; null when nothing is left.
 *
 * @throws Superseded when a newer attempt has moved the checkpoint
 */
export async function undoChunk(
  tx: TenantTx,
  session: Session,
  attempt: UndoAttempt,
  place: UndoPlace,
): Promise<UndoPlace | null> {
  await planForBulk(tx);
  const found = await findStretch(tx, session, attempt, place);
  if (!found) return null;
  const { entity, stretch } = found;
  const counts = await takeBack(tx, session, attempt, entity, stretch);
  const next = { entity, line: stretch.lastLine };
  await moveCheckpoint(tx, session, attempt, { next, rows: stretch.rows, counts });
  return next;
}

/** End an undo: the whole ledger is dealt with. Value is computed again. */
export async function finishUndo(
  tx: TenantTx,
  session: Session,
  { importId, number }: UndoAttempt,
): Promise<void> {
  const [counts] = await tx.$queryRaw<UndoneCounts[]>`
    UPDATE import SET status = 'undone', undone_at = now()
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${importId}::uuid AND attempt = ${number}::int
      AND status = 'undoing'
    RETURNING undo_removed AS removed, undo_restored AS restored, undo_kept AS kept`;
  if (!counts) throw new Superseded("A newer attempt holds this undo.");
  await recordEvent(tx, session, {
    action: "import.undone",
    object: { type: "import", id: importId },
    after: counts,
  });
  await postEvent(tx, session, "import.undone", { importId, ...counts });
  await enqueueValueRefresh(tx, session.workspace.id);
  await enqueueCustomerProfile(tx, session.workspace.id);
}

/** Say that an undo was given up: what was taken back stays so, and it can be asked for again. */
export async function giveUpUndo(
  tx: TenantTx,
  session: Session,
  { importId }: UndoAttempt,
  failure: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE import SET status = CASE WHEN failure IS NULL THEN 'succeeded' ELSE 'failed' END, undo_failure = ${failure}
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${importId}::uuid AND status = 'undoing'`;
  await recordEvent(tx, session, {
    action: "import.undo_failed",
    object: { type: "import", id: importId },
  });
  await enqueueValueRefresh(tx, session.workspace.id);
}

/** Every kind of import can have made something. */
function firstOf(kind: ImportKind): LedgerEntity {
  return UNDO_ORDER[kind][0] ?? "customer";
}

function nextEntity(kind: ImportKind, entity: LedgerEntity): UndoPlace | null {
  const order = UNDO_ORDER[kind];
  const next = order[order.indexOf(entity) + 1];
  return next ? { entity: next, line: 0 } : null;
}

type ClaimedRow = {
  attempt: number;
  kind: ImportKind;
  entity: LedgerEntity | null;
  line: number;
  finishedAt: Date;
};

type Stretch = LedgerStretch & { rows: number };

/** The next rows to take back: of the place's kind, or of the next kind that has any; null when nothing is left. */
async function findStretch(
  tx: TenantTx,
  session: Session,
  { importId, kind }: UndoAttempt,
  place: UndoPlace,
): Promise<{ entity: LedgerEntity; stretch: Stretch } | null> {
  for (let at: UndoPlace | null = place; at; at = nextEntity(kind, at.entity)) {
    const stretch = await nextStretch(tx, session, importId, at);
    if (stretch) return { entity: at.entity, stretch };
  }
  return null;
}

async function nextStretch(
  tx: TenantTx,
  session: Session,
  importId: string,
  { entity, line }: UndoPlace,
): Promise<Stretch | null> {
  const [found] = await tx.$queryRaw<[{ lastLine: number | null; rows: number }]>`
    SELECT max(line) AS "lastLine", count(*)::int AS rows FROM (
      SELECT line FROM import_row WHERE tenant_id = ${session.workspace.id}::uuid AND import_id = ${importId}::uuid
        AND entity = ${entity} AND line > ${line}::int ORDER BY line LIMIT ${CHUNK_ROWS}::int) AS chunk`;
  const { lastLine, rows } = found;
  return lastLine === null ? null : { importId, afterLine: line, lastLine, rows };
}

function takeBack(
  tx: TenantTx,
  session: Session,
  { finishedAt }: UndoAttempt,
  entity: LedgerEntity,
  stretch: LedgerStretch,
): Promise<UndoneCounts> {
  switch (entity) {
    case "order":
      return undoOrders(tx, session, stretch);
    case "order_line":
      return undoOrderLines(tx, session, stretch);
    case "order_return":
      return undoReturns(tx, session, stretch);
    case "return_match":
      return undoReturnMatches(tx, session, stretch);
    case "customer":
      return undoCustomers(tx, session, { ...stretch, finishedAt });
    case "touchpoint":
    case "segment":
    case "department":
      return takeBackNames(tx, session, entity, stretch);
    default:
      return takeBackRows(tx, session, REGISTER_OF[entity], stretch);
  }
}

type Move = { next: UndoPlace; rows: number; counts: UndoneCounts };

async function moveCheckpoint(
  tx: TenantTx,
  session: Session,
  { importId, number }: UndoAttempt,
  { next, rows, counts }: Move,
): Promise<void> {
  const moved = await tx.$executeRaw`
    UPDATE import SET undo_entity = ${next.entity}, undo_line = ${next.line}::int, waits_for = NULL, undo_rows = undo_rows + ${rows}::int,
      undo_removed = undo_removed + ${counts.removed}::int, undo_restored = undo_restored + ${counts.restored}::int,
      undo_kept = undo_kept + ${counts.kept}::int
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${importId}::uuid AND attempt = ${number}::int
      AND status = 'undoing'`;
  if (moved === 0) throw new Superseded("A newer attempt holds this undo.");
}
