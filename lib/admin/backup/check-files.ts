import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import type { Manifest, SavedTable } from "./manifest.ts";

/** What is wrong with the files of a backup, one sentence each; empty when every byte is as it was written. */
export async function checkFiles(folder: string, manifest: Manifest): Promise<string[]> {
  const problems: string[] = [];
  for (const table of manifest.tables) {
    const problem = await checkFile(folder, table);
    if (problem) problems.push(problem);
  }
  return problems;
}

/** The rows of a saved table in COPY's binary format, decompressed. */
export function readTable(folder: string, { file }: SavedTable): AsyncIterable<Buffer> {
  const disk = createReadStream(join(folder, file), { highWaterMark: 1024 * 1024 });
  if (!file.endsWith(".gz")) return disk;
  const plain = createGunzip();
  disk.once("error", (error) => plain.destroy(error));
  return disk.pipe(plain);
}

async function checkFile(folder: string, table: SavedTable): Promise<string | null> {
  if (!existsSync(join(folder, table.file))) return `${table.file} is missing.`;
  const hash = createHash("sha256");
  try {
    for await (const block of readTable(folder, table)) hash.update(block);
  } catch {
    return `${table.file} cannot be read to its end.`;
  }
  return hash.digest("hex") === table.sha256 ? null : `${table.file} is not as it was written.`;
}
