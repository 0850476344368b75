import { type ChildProcess, spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { type Environment, forChild } from "./environment.ts";
import { openLog } from "./log-file.ts";
import { type Places, PROJECT_FOLDER } from "./places.ts";
import { signal, untilGone } from "./processes.ts";

const PRELOADS = ["register.js", "follow-parent.ts"].flatMap((name) => [
  "--import",
  join(import.meta.dirname, name),
]);

/** Start a Node program of ours in a process group of its own; what it prints goes to `<name>.log`. */
export function spawnNode(
  name: string,
  argv: readonly string[],
  environment: Environment,
  places: Places,
): ChildProcess {
  const log = openLog(places.logs, name);
  const child = spawn(process.execPath, [...PRELOADS, ...argv], {
    cwd: PROJECT_FOLDER,
    env: forChild({ ...environment, PROCESS_NAME: name }),
    // Descriptor 3 tells the child when this process is gone.
    stdio: ["ignore", log, log, "pipe"],
    detached: true,
  });
  closeSync(log);
  return child;
}

/** Ask the child's whole group to end, and end it hard after `graceMs`. */
export async function stopGroup(child: ChildProcess, graceMs: number): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  signal(-pid, "SIGTERM");
  await untilGone(pid, graceMs);
  // Also what the child itself started and left behind.
  signal(-pid, "SIGKILL");
  await untilGone(pid, 2_000);
}
