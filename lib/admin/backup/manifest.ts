import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const SavedTable = z.object({
  name: Name,
  columns: z.array(z.string()),
  key: z.array(z.string()),
  /** In the folder of the manifest */
  file: z.string().regex(/^[a-z_][a-z0-9_]*\.copy(\.gz)?$/),
  rows: z.number().int().nonnegative(),
  /** Of the rows in COPY's binary format, before compression */
  bytes: z.number().int().nonnegative(),
  sha256: Sha256,
});
export type SavedTable = z.infer<typeof SavedTable>;

const Manifest = z.object({
  format: z.literal(1),
  program: z.literal("throughline"),
  version: z.string(),
  /** ISO 8601 in UTC */
  madeAt: z.string(),
  serverVersion: z.number(),
  isCompressed: z.boolean(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(SavedTable),
});
/** What a backup holds, and what it must be when it comes back. */
export type Manifest = z.infer<typeof Manifest>;

const FILE = "manifest.json";

/** Written last: a folder without it is no backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** @throws Error in one sentence when there is none, or it is none of ours */
export function readManifest(folder: string): Manifest {
  const file = join(folder, FILE);
  if (!existsSync(file))
    throw new Error(`${folder} is no finished backup: it has no manifest.json.`);
  const parsed = Manifest.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} is damaged, or was made by a version that this one does not know.`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
