import "server-only";
import { createHash } from "node:crypto";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { unpackGzip } from "./unpack-gzip.ts";

/** A file that lies whole in the database. */
export type StoredUpload = { id: string; fileName: string; byteCount: number; sha256: string };

const PIECE_BYTES = 1024 * 1024;
/** The largest file taken: 2 GB. */
export const MOST_BYTES = 2 * 1024 ** 3;
const NAME_LENGTH = 200;

/**
 * Take a file as a stream into the database, piece by piece, each in a transaction of its own; a gzip file is unpacked
 * on the way. When the stream breaks off, what had arrived is removed.
 *
 * @throws DomainError `invalid_input` when it is, or unpacks to, more than 2 GB, or cannot be unpacked
 */
export async function storeUpload(
  session: Session,
  fileName: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<StoredUpload> {
  const id = newId();
  const name = shortName(fileName);
  await withTenant(session, "import:write", (tx) =>
    tx.upload.create({
      data: { id, fileName: name, byteCount: 0, sha256: "" },
      select: { id: true },
    }),
  );
  try {
    const { byteCount, sha256 } = await storePieces(session, id, unpackGzip(bytes));
    await withTenant(session, "import:write", (tx) =>
      tx.upload.updateMany({ where: { id }, data: { byteCount, sha256, storedAt: new Date() } }),
    );
    return { id, fileName: name, byteCount, sha256 };
  } catch (error) {
    await removeUpload(session, id);
    throw error;
  }
}

/** Remove a file and its pieces; a file that an import reads stays, as when only the answer to its making was lost. */
export async function removeUpload(session: Session, id: string): Promise<void> {
  await withTenant(
    session,
    "import:write",
    (tx) => tx.upload.deleteMany({ where: { id, imports: { none: {} } } }),
    { timeoutMs: 60_000 },
  );
}

/** The bytes of a stored file, in order, a piece at a time. */
export async function* readUpload(session: Session, id: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const piece = await withTenant(session, "import:read", (tx) =>
      tx.uploadPiece.findFirst({ where: { uploadId: id, position }, select: { bytes: true } }),
    );
    if (!piece) return;
    yield piece.bytes;
  }
}

async function storePieces(session: Session, uploadId: string, bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let byteCount = 0;
  let position = 0;
  for await (const piece of inPieces(bytes)) {
    hash.update(piece);
    byteCount += piece.length;
    if (byteCount > MOST_BYTES)
      throw new DomainError("invalid_input", "The file is larger than 2 GB. Split it.");
    const row = { uploadId, position, bytes: piece };
    await withTenant(session, "import:write", (tx) => tx.uploadPiece.createMany({ data: [row] }), {
      timeoutMs: 30_000,
    });
    position++;
  }
  return { byteCount, sha256: hash.digest("hex") };
}

async function* inPieces(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE_BYTES - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      piece = new Uint8Array(PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}

/** The file's own name, without folders and control characters. */
function shortName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/\p{Cc}/gu, "").trim();
  return clean.slice(-NAME_LENGTH) || "file.csv";
}
