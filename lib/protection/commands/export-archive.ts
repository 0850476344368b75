import "server-only";
import { createHash } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { inertCell } from "#lib/csv/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { PROGRAM_VERSION } from "#lib/program-version.ts";
import { tarEnd, tarHeader, tarPadding } from "../tar.ts";

const MOST_ROWS = 500;
/** A file of an archive is written whole into memory first. */
const FILE_BYTES = 4 * 1024 * 1024;
const BATCH_BYTES = 1024 * 1024;

const Cells = z.array(z.string().nullable());
type Table = { name: string; columns: string[] };
type SavedFile = { name: string; rows: number; bytes: number; sha256: string };

/**
 * Everything the workspace holds as a tar archive, piece by piece: a CSV of each table, split where it is long, and a
 * manifest at the end. `onTable` is told the rows of each table. The transaction must be a snapshot.
 */
export async function* exportArchive(
  tx: TenantTx,
  session: Session,
  now: Date,
  onRows: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  const tables = await tx.$queryRaw<Table[]>`
    SELECT table_name AS name, columns FROM export_tables()`;
  const saved: { name: string; columns: string[]; rows: number; files: SavedFile[] }[] = [];
  for (const table of tables) {
    const files: SavedFile[] = [];
    for await (const { text, rows } of tableFiles(tx, table)) {
      const name = `${table.name}${files.length === 0 ? "" : `.${files.length + 1}`}.csv`;
      const bytes = Buffer.from(text);
      yield tarHeader(name, bytes.length, now.getTime());
      yield bytes;
      yield tarPadding(bytes.length);
      files.push({ name, rows, bytes: bytes.length, sha256: sha256Of(bytes) });
    }
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    onRows(rows);
    saved.push({ ...table, rows, files });
  }
  const manifest = Buffer.from(JSON.stringify(await describe(tx, session, now, saved), null, 2));
  yield tarHeader("manifest.json", manifest.length, now.getTime());
  yield manifest;
  yield tarPadding(manifest.length);
  yield tarEnd();
}

async function describe(tx: TenantTx, { workspace }: Session, now: Date, tables: unknown) {
  const [row] = await tx.$queryRaw<{ version: string }[]>`SELECT schema_version() AS version`;
  return {
    program: "throughline",
    version: PROGRAM_VERSION,
    schemaVersion: row?.version ?? null,
    madeAt: now.toISOString(),
    workspace: { id: workspace.id, slug: workspace.slug, name: workspace.name },
    tables,
  };
}

/** A table as CSV texts with a head each; at least one, also for a table without rows. */
async function* tableFiles(tx: TenantTx, { name, columns }: Table) {
  let lines: string[] = [];
  let bytes = 0;
  let isFirst = true;
  const file = () => ({ text: stringify([columns]) + lines.join(""), rows: lines.length });
  for await (const cells of tableRows(tx, name)) {
    const line = stringify([cells.map((cell) => (cell === null ? null : inertCell(cell)))]);
    lines.push(line);
    bytes += line.length;
    if (bytes < FILE_BYTES) continue;
    yield file();
    lines = [];
    bytes = 0;
    isFirst = false;
  }
  if (isFirst || lines.length > 0) yield file();
}

/** As many rows at a time as make about a megabyte. */
async function* tableRows(tx: TenantTx, name: string) {
  await tx.$queryRaw`SELECT open_export(${name})::text`;
  for (let most = 1; ; ) {
    const rows = await tx.$queryRaw<{ cells: string }[]>`
      SELECT cells FROM fetch_export(${most}::int) AS cells`;
    for (const { cells } of rows) yield Cells.parse(JSON.parse(cells));
    if (rows.length < most) break;
    const bytes = rows.reduce((sum, { cells }) => sum + cells.length, 0);
    most = Math.max(1, Math.min(MOST_ROWS, Math.floor((BATCH_BYTES * rows.length) / bytes)));
  }
  await tx.$queryRaw`SELECT close_export()::text`;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
