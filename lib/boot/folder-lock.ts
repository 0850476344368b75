import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Places } from "./places.ts";
import { isAlive, startMark } from "./processes.ts";

const Lock = z.object({
  pid: z.int().positive(),
  /** Tells the holder from a later process with the same id. */
  mark: z.string(),
  holder: z.enum(["supervisor", "command"]),
});
type Lock = z.infer<typeof Lock>;
export type Holder = Lock["holder"];

/** How long a command waits for another command to let go of the folder. */
const PATIENCE_MS = 60_000;

/** Who holds the data folder now; a holder that has died holds nothing. */
export function readLock(places: Places): Lock | null {
  if (!existsSync(places.lock)) return null;
  const lock = Lock.safeParse(parseJson(readFileSync(places.lock, "utf8")));
  if (!lock.success) return null;
  const { pid, mark } = lock.data;
  return isAlive(pid) && startMark(pid) === mark ? lock.data : null;
}

/**
 * Take the data folder for this process: the embedded PostgreSQL on it has one master. A command waits for another
 * command; a supervisor is never waited for.
 *
 * @throws Error in one sentence when somebody else holds it
 */
export async function takeLock(places: Places, holder: Holder): Promise<() => void> {
  const endsAt = performance.now() + PATIENCE_MS;
  while (!tryLock(places, holder)) {
    const other = readLock(places);
    if (other?.holder === "supervisor" || performance.now() > endsAt)
      throw new Error(inUse(places, other));
    await sleep(100);
  }
  return () => rmSync(places.lock, { force: true });
}

function tryLock(places: Places, holder: Holder): boolean {
  mkdirSync(places.folder, { recursive: true });
  if (readLock(places)) return false;
  rmSync(places.lock, { force: true });
  const lock: Lock = { pid: process.pid, mark: startMark(process.pid), holder };
  try {
    writeFileSync(places.lock, JSON.stringify(lock), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function inUse(places: Places, other: Lock | null): string {
  const who = other?.holder === "supervisor" ? "Throughline already runs" : "Another command works";
  return `${who} on ${places.folder} (process ${other?.pid ?? "unknown"}): stop it first, or set DATA_FOLDER to another folder.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
