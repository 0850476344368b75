import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Environment, forChild } from "./environment.ts";
import { PROJECT_FOLDER } from "./places.ts";
import { signal } from "./processes.ts";

const REGISTER = join(import.meta.dirname, "register.js");

export type StepResult = { output: string; isFine: boolean };

/**
 * Run a Node program to its end in a process group of its own, and collect what it prints. When `aborted` fires its
 * whole group ends.
 */
export function runStep(
  argv: readonly string[],
  environment: Environment,
  aborted: AbortSignal,
): Promise<StepResult> {
  aborted.throwIfAborted();
  const child = spawn(process.execPath, ["--import", REGISTER, ...argv], {
    cwd: PROJECT_FOLDER,
    env: forChild(environment),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const printed: Buffer[] = [];
  const collect = (chunk: Buffer) => printed.push(chunk);
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const end = () => signal(-(child.pid ?? 0), "SIGKILL");
  aborted.addEventListener("abort", end, { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      aborted.removeEventListener("abort", end);
      resolve({ output: Buffer.concat(printed).toString("utf8"), isFine: code === 0 });
    });
  });
}
