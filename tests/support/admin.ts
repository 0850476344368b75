import { execFile } from "node:child_process";
import { join } from "node:path";
import { forChild } from "../../lib/boot/environment.ts";

const PROJECT = join(import.meta.dirname, "..", "..");

export type AdminRun = { code: number; stdout: string; stderr: string };

/** Run the operator's command line as a person would: `admin(["doctor", "--json"])`. */
export function admin(
  argv: readonly string[],
  environment: Record<string, string> = {},
): Promise<AdminRun> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "./lib/boot/register.js", "lib/admin/main.ts", ...argv],
      { cwd: PROJECT, env: forChild({ ...process.env, ...environment }), maxBuffer: 16 * 2 ** 20 },
      (error, stdout, stderr) => resolve({ code: exitCode(error), stdout, stderr }),
    );
  });
}

/** The one JSON object that a command prints. @throws Error with the command's own words when it failed */
export async function adminJson<T>(argv: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await admin([...argv, "--json"]);
  if (code !== 0) throw new Error(`${argv.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function exitCode(error: { code?: unknown } | null): number {
  if (error === null) return 0;
  return typeof error.code === "number" ? error.code : 1;
}
