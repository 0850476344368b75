import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { requireOpen } from "#lib/db/require-open.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { EXPORT_DAYS } from "../types.ts";
import { exportArchive } from "./export-archive.ts";

const PIECE_BYTES = 1024 * 1024;
const LONGEST_MS = 4 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Pack an export that was asked for, as one moment sees the workspace. Does nothing when it is packed already. */
export async function packExport(session: Session, exportId: string): Promise<void> {
  const waiting = { id: exportId, status: { in: ["queued", "running"] } };
  const { count } = await withTenant(session, "protection:write", (tx) =>
    tx.workspaceExport.updateMany({ where: waiting, data: { status: "running" } }),
  );
  if (count === 0) return;
  await withTenant(session, "protection:write", (tx) => pack(tx, session, exportId), {
    isSnapshot: true,
    timeoutMs: LONGEST_MS,
  });
}

async function pack(tx: TenantTx, session: Session, exportId: string): Promise<void> {
  const now = await databaseNow(tx);
  let rowCount = 0;
  const archive = exportArchive(tx, session, now, (rows) => {
    rowCount += rows;
  });
  const source = Readable.from(archive, { objectMode: true });
  const packed = createGzip();
  source.once("error", (error) => packed.destroy(error));
  const hash = createHash("sha256");
  let byteCount = 0;
  let position = 0;
  for await (const bytes of pieces(source.pipe(packed))) {
    hash.update(bytes);
    byteCount += bytes.length;
    await requireOpen(session.workspace.id);
    await tx.workspaceExportPiece.createMany({ data: [{ exportId, position, bytes }] });
    position += 1;
  }
  await tx.workspaceExport.updateMany({
    where: { id: exportId },
    data: {
      ...{ status: "ready", byteCount, rowCount, sha256: hash.digest("hex") },
      finishedAt: now,
      expiresAt: new Date(now.getTime() + EXPORT_DAYS * DAY_MS),
    },
  });
}

async function* pieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    yield new Uint8Array(Buffer.concat(held));
    held = [];
    size = 0;
  }
  if (size > 0) yield new Uint8Array(Buffer.concat(held));
}
