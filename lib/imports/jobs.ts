import "server-only";
import { hash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import type { CsvBatch } from "#lib/csv/index.ts";
import { isPassingError } from "#lib/db/raw-error.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { log } from "#lib/log.ts";
import {
  type Attempt,
  claimAttempt,
  finishImport,
  refuseImport,
  Superseded,
} from "./commands/import-attempt.ts";
import { BULK, type Chunk, mergeChunk, prepareChunk } from "./commands/merge-chunk.ts";
import { readUpload } from "./commands/store-upload.ts";
import {
  claimUndo,
  finishUndo,
  giveUpUndo,
  type UndoPlace,
  undoChunk,
} from "./commands/undo-attempt.ts";
import { openFile } from "./open-file.ts";
import { createRowReader, type ReadRecord } from "./row-reader.ts";
import type { CustomerRow, OrderRow, Reject } from "./types.ts";

type Payload = { tenantId: string; importId: string };

/** A chunk ends at so many records, or at so much text: wide rows must not fill the worker's memory. */
const CHUNK_RECORDS = 5_000;
const CHUNK_CHARACTERS = 1_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_WAIT_MS = 10_000;
const PATIENCE_MS = 5 * 60_000;

/**
 * Import a stored file, or undo its import when that was asked for. May run twice, broken off anywhere: each attempt goes on where the last chunk was committed,
 * and an attempt that a newer one has replaced stops without a trace. A database that is away is waited for.
 */
export async function runImport({ tenantId, importId }: Payload): Promise<void> {
  const startedMs = performance.now();
  for (let waitMs = 500; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      const session = await systemSession(tenantId, "job");
      await attemptImport(session, importId);
      await attemptUndo(session, importId);
      return;
    } catch (error) {
      if (error instanceof Superseded) return;
      if (!isPassingError(error) || performance.now() - startedMs > PATIENCE_MS) throw error;
      log.warn({ importId, waitMs, err: error }, "import waits for the database");
      await sleep(waitMs);
    }
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
  await withTenant(session, "import:write", (tx) => finishUndo(tx, session, attempt));
}

async function attemptImport(session: Session, importId: string): Promise<void> {
  const attempt = await withTenant(session, "import:write", (tx) =>
    claimAttempt(tx, session, importId),
  );
  if (!attempt) return;
  const file = await openFile(readUpload(session, attempt.uploadId), attempt.kind, attempt.mapping);
  if ("failure" in file) {
    await withTenant(session, "import:write", (tx) =>
      refuseImport(tx, session, attempt, file.failure),
    );
    return;
  }
  const { currency, timeZone } = session.workspace;
  const read = createRowReader({
    kind: attempt.kind,
    columns: file.columns,
    context: {
      headers: file.headers,
      currency: attempt.mapping?.currency ?? currency,
      timeZone,
      latestOn: tomorrow(new Date()),
      dateFormat: attempt.mapping?.dateFormat,
      decimalSeparator: attempt.mapping?.decimalSeparator,
    },
    digest: (text) => hash("sha256", text),
  });
  await mergeAll(session, attempt, chunks(file.batches, read, attempt.committedRecords));
  await withTenant(session, "import:write", (tx) => finishImport(tx, session, attempt));
}

/** Wherever on earth it is later than here, it is tomorrow at most. */
function tomorrow(now: Date): string {
  return new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
}

/** Two chunks are being written while the next is being read: PostgreSQL then uses a second core. */
async function mergeAll(
  session: Session,
  attempt: Attempt,
  source: AsyncGenerator<Chunk>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let beforeLast = last;
  for await (const chunk of source) {
    await beforeLast;
    await prepareChunk(session, attempt, chunk);
    beforeLast = last;
    last = mergeChunk(session, attempt, chunk, beforeLast);
    // Awaited later; a failure in between must not count as unhandled.
    last.catch(() => undefined);
  }
  await last;
}

/** The file in chunks. Records that earlier attempts have dealt with are read, to remember their numbers, and left out. */
async function* chunks(
  batches: AsyncGenerator<CsvBatch>,
  read: (record: CsvBatch["records"][number]) => ReadRecord,
  skip: number,
): AsyncGenerator<Chunk> {
  let collected = new Collected(0);
  for await (const { records, bytesRead } of batches) {
    for (const record of records) {
      collected.add(read(record), lengthOf(record));
      if (collected.isUnfinished(skip)) continue;
      if (collected.end > skip) yield collected.chunk(bytesRead);
      collected = new Collected(collected.end);
    }
    collected.bytesRead = bytesRead;
  }
  if (collected.records > 0) yield collected.chunk(collected.bytesRead);
}

/** All the text of a record, columns that are left out included: the rows hold on to it. */
function lengthOf(record: CsvBatch["records"][number]): number {
  if ("fault" in record) return 0;
  let characters = 0;
  for (const cell of record.cells) characters += cell.length;
  return characters;
}

class Collected {
  readonly #first: number;
  readonly #rows: (CustomerRow | OrderRow)[] = [];
  readonly #rejects: Reject[] = [];
  #characters = 0;
  records = 0;
  bytesRead = 0;

  constructor(first: number) {
    this.#first = first;
  }

  get end(): number {
    return this.#first + this.records;
  }

  /** Whether more records belong to this chunk: none that an earlier attempt has dealt with share it. */
  isUnfinished(skip: number): boolean {
    return this.end > skip && this.records < CHUNK_RECORDS && this.#characters < CHUNK_CHARACTERS;
  }

  add(read: ReadRecord, characters: number): void {
    this.records++;
    this.#characters += characters;
    if ("row" in read) this.#rows.push(read.row);
    else this.#rejects.push(...read.rejects);
  }

  chunk(bytesRead: number): Chunk {
    return {
      first: this.#first,
      records: this.records,
      rows: this.#rows,
      rejects: this.#rejects,
      bytesRead,
    };
  }
}
