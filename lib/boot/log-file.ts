import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const LIMIT_BYTES = 10 * 2 ** 20;

/** Open `<folder>/<name>.log` to append; a log above 10 MB makes room first, and one older log is kept. */
export function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, "a");
}

/** The last lines of a log, for a sentence about what went wrong. */
export function lastLines(file: string, count: number): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.slice(-count);
}
