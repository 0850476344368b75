import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const PROJECT = join(import.meta.dirname, "..", "..");

/** Files under a folder of the project, as paths from its top, in a fixed order. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length + 1))
    .sort();
}

/** The text of a file of the project. */
export function readSource(path: string): string {
  return readFileSync(join(PROJECT, path), "utf8");
}
