import "server-only";
import { hash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { planForBulk } from "#lib/db/plan-for-bulk.ts";
import { isDiskFull, isPassingError } from "#lib/db/raw-error.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { log } from "#lib/log.ts";
import { FIRST_MATCH_PLACE, type MatchPlace, matchReturns } from "#lib/orders/index.ts";
import { syncLists } from "#lib/segment-lists/index.ts";
import { findSource } from "#lib/sources/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import { isWorkbook, readSheetAsCsv, SHEET_DIALECT } from "#lib/workbook/index.ts";
import { cellMeanings, metricScales, questionScales } from "./cell-meanings.ts";
import { collectChunks } from "./collect-chunks.ts";
import { chooseSource } from "./commands/choose-source.ts";
import {
  type Attempt,
  claimAttempt,
  finishImport,
  holdImport,
  NOBODY,
  refuseImport,
  Superseded,
  waitForDisk,
} from "./commands/import-attempt.ts";
import { BULK, mergeChunk, prepareInAdvance } from "./commands/merge-chunk.ts";
import { recordReading } from "./commands/record-reading.ts";
import { rememberFile } from "./commands/remember-file.ts";
import { fingerprintOf } from "./commands/remember-mapping.ts";
import { readUpload } from "./commands/store-upload.ts";
import {
  claimUndo,
  finishUndo,
  giveUpUndo,
  type UndoPlace,
  undoChunk,
} from "./commands/undo-attempt.ts";
import { constantFields } from "./constants.ts";
import { cellRuleOf, rowRuleOf } from "./formats/recognise-format.ts";
import { type OpenedFile, openFile } from "./open-file.ts";
import { isOwnReturns, ownCells } from "./own-exports.ts";
import { findSavedMapping } from "./queries.ts";
import { readingOf } from "./reading.ts";
import { createRowReader } from "./row-reader.ts";
import type { RowSources } from "./row-sources.ts";
import type { Chunk } from "./types.ts";
import { withRowSources } from "./with-row-sources.ts";

type Payload = { tenantId: string; importId: string };

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_WAIT_MS = 10_000;
const PATIENCE_MS = 5 * 60_000;

/**
 * Import a stored file, or undo its import when that was asked for. May run twice, broken off anywhere: each attempt goes on where the last chunk was committed,
 * and an attempt that a newer one has replaced stops without a trace. A database that is away is waited for.
 */
export async function runImport(payload: Payload): Promise<void> {
  const startedMs = performance.now();
  for (let waitMs = 500; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      return await attempt(payload);
    } catch (error) {
      if (error instanceof Superseded) return;
      if (!isPassingError(error) || performance.now() - startedMs > PATIENCE_MS) throw error;
      log.warn({ importId: payload.importId, waitMs, err: error }, "import waits for the database");
      await noteFullDisk(payload, error);
      await sleep(waitMs);
    }
  }
}

async function attempt({ tenantId, importId }: Payload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  await attemptImport(session, importId);
  await attemptUndo(session, importId);
}

/** Said as well as it can be: a full disk may have no room for the note either. */
async function noteFullDisk({ tenantId, importId }: Payload, cause: unknown): Promise<void> {
  if (!isDiskFull(cause)) return;
  try {
    const session = await systemSession(tenantId, "job");
    await withTenant(session, "import:write", (tx) => waitForDisk(tx, session, importId));
  } catch (error) {
    if (!isPassingError(error)) throw error;
  }
}

/** Say on the import that it was given up, so that nobody waits for it. */
export async function failImport({ tenantId, importId }: Payload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  await withTenant(session, "import:write", async (tx) => {
    const undo = await claimUndo(tx, session, importId);
    if (undo) return giveUpUndo(tx, session, undo, UNDO_STOPPED);
    const attempt = await claimAttempt(tx, session, importId);
    if (!attempt) return;
    const failure =
      "The import stopped because of an error on our side. What was imported stays; upload the file again to go on.";
    await refuseImport(tx, session, attempt, failure);
  });
}

const UNDO_STOPPED =
  "Undo stopped because of an error on our side. What was taken back stays so; undo again to go on.";

/** Undo chunk by chunk, from where an earlier attempt was broken off. */
async function attemptUndo(session: Session, importId: string): Promise<void> {
  const attempt = await withTenant(session, "import:write", (tx) =>
    claimUndo(tx, session, importId),
  );
  if (!attempt) return;
  for (let place: UndoPlace | null = attempt.place; place; ) {
    const from: UndoPlace = place;
    place = await withTenant(
      session,
      "import:write",
      (tx) => undoChunk(tx, session, attempt, from),
      BULK,
    );
  }
  if (attempt.kind === "segment_lists") await listMembers(session, attempt.finishedAt);
  await withTenant(session, "import:write", (tx) => finishUndo(tx, session, attempt));
}

/** Who is in the segments that are lists, from the day of the import on in the workspace's time zone. */
function listMembers(
  session: Session,
  importedAt: Date,
  hold?: (tx: TenantTx) => Promise<void>,
): Promise<void> {
  return withTenant(
    session,
    "import:write",
    async (tx) => {
      await planForBulk(tx);
      await hold?.(tx);
      const onDay = dayInZone(session.workspace.timeZone, importedAt.getTime());
      await syncLists(tx, session, { onDay });
    },
    BULK,
  );
}

async function attemptImport(session: Session, importId: string): Promise<void> {
  const claimed = await withTenant(session, "import:write", (tx) =>
    claimAttempt(tx, session, importId),
  );
  if (!claimed) return;
  const file = await open(session, claimed);
  if ("failure" in file) {
    await withTenant(session, "import:write", (tx) =>
      refuseImport(tx, session, claimed, file.failure),
    );
    return;
  }
  const attempt = await withTenant(session, "import:write", async (tx) => {
    await recordReading(tx, session, claimed, readingOf(file));
    return chooseSource(tx, session, claimed, file);
  });
  const read = readerOf(session, attempt, file);
  const chunks = collectChunks(file.batches, read, attempt.committedRecords);
  await mergeAll(session, attempt, chunks, mayOverlap(file));
  await matchAll(session, attempt);
  if (attempt.kind === "segment_lists" && !attempt.isDryRun)
    await listMembers(session, attempt.claimedAt, (tx) => holdImport(tx, session, attempt));
  await withTenant(session, "import:write", async (tx) => {
    const isRead = await finishImport(tx, session, attempt);
    // What could read no row is no example for the next file.
    if (isRead && !attempt.isDryRun) await rememberFile(tx, session, attempt, file);
  });
}

/** The file of an import; what somebody can mend is told as its failure. */
async function open(session: Session, attempt: Attempt): Promise<TableFile> {
  const { kind, mapping } = attempt;
  const recall = recaller(session, attempt);
  const { bytes, isSheet } = await tableOf(session, attempt);
  const written = isSheet ? SHEET_DIALECT : {};
  try {
    const opened = await openFile({ bytes, kind, mapping, recall, written });
    return { ...(await withRowSources(kind, opened)), isSheet };
  } catch (error) {
    if (error instanceof DomainError) return { failure: error.message };
    throw error;
  }
}

type Recalling = Pick<Attempt, "kind" | "sourceId"> & { mapping?: Attempt["mapping"] };

/**
 * Finds the mapping that files with certain headers had before: first of all those of the same source; of no other where
 * the mapping that is given names one.
 */
export function recaller(session: Session, { kind, sourceId, mapping }: Recalling) {
  const named = sourceId === NOBODY ? mapping?.source : undefined;
  return (headers: readonly string[], isOwnOnly: boolean) =>
    withTenant(session, "import:read", async (tx) =>
      findSavedMapping(tx, {
        ...{ kind, fingerprint: fingerprintOf(headers) },
        sourceId: named ? ((await findSource(tx, session, named)) ?? NOBODY) : sourceId,
        isOwnOnly: isOwnOnly || named !== undefined,
      }),
    );
}

type ReadableFile = Exclude<OpenedFile, { failure: string }> & RowSources & { isSheet: boolean };
type TableFile = ReadableFile | { failure: string };

/** The stored file as CSV: as it is, or one sheet of a workbook. */
async function tableOf(session: Session, { uploadId, mapping }: Attempt) {
  const { value: first } = await readUpload(session, uploadId).next();
  const isSheet = first !== undefined && isWorkbook(first);
  const choice = { sheet: mapping?.sheet ?? "", headerRow: mapping?.headerRow };
  const bytes = () => readUpload(session, uploadId);
  return { isSheet, bytes: isSheet ? () => readSheetAsCsv(bytes(), choice) : bytes };
}

function readerOf(session: Session, { kind, claimedAt }: Attempt, file: ReadableFile) {
  const { headers, columns, mapping, isSheet, sourceOf } = file;
  const { currency, timeZone } = session.workspace;
  return createRowReader({
    kind,
    columns,
    ...cellMeanings(mapping, headers),
    leftOut: mapping?.format && rowRuleOf(mapping.format, kind, headers),
    tidy: mapping?.format ? cellRuleOf(mapping.format, headers) : ownCells(kind, headers),
    sourceOf,
    context: {
      headers,
      currency: mapping?.currency ?? currency,
      timeZone: mapping?.timeZone ?? timeZone,
      dayZone: timeZone,
      latestOn: tomorrow(claimedAt),
      dateFormat: mapping?.dateFormat,
      // Numbers of a workbook are not written by anybody: they come with a point.
      decimalSeparator: mapping?.decimalSeparator ?? (isSheet ? "." : undefined),
      cancellationPrefix: mapping?.cancellationPrefix,
      areReturns: isOwnReturns(kind, headers),
      questions: questionScales(mapping),
      scales: metricScales(mapping),
    },
    digest: (text) => hash("sha256", text),
  });
}

/** Wherever on earth it is later than here, it is tomorrow at most. */
function tomorrow(now: Date): string {
  return new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
}

/** Lines of one order may stand in several chunks, which would wait for each other: those are written one by one. */
function mayOverlap({ columns, mapping }: ReadableFile): boolean {
  return !(
    columns.includes("unitPrice") || constantFields(mapping?.constants).includes("unitPrice")
  );
}

/** What came back finds its orders when all of them are there. */
async function matchAll(session: Session, attempt: Attempt): Promise<void> {
  if (attempt.kind !== "orders" || attempt.isDryRun) return;
  for (let place: MatchPlace | null = FIRST_MATCH_PLACE; place; ) {
    const from: MatchPlace = place;
    place = await withTenant(
      session,
      "import:write",
      async (tx) => {
        await planForBulk(tx);
        await holdImport(tx, session, attempt);
        return matchReturns(tx, session, attempt.importId, from);
      },
      BULK,
    );
  }
}

/** Two chunks are being written while the next is being read: PostgreSQL then uses a second core. */
async function mergeAll(
  session: Session,
  attempt: Attempt,
  source: AsyncGenerator<Chunk>,
  overlap: boolean,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let beforeLast = last;
  for await (const chunk of source) {
    await (overlap ? beforeLast : last);
    const prepared = await prepareInAdvance(session, attempt, chunk);
    beforeLast = last;
    last = mergeChunk(session, attempt, prepared, beforeLast);
    // Awaited later; a failure in between must not count as unhandled.
    last.catch(() => undefined);
  }
  await last;
}
