import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Environment } from "./environment.ts";
import { hashSources } from "./hash-sources.ts";
import { PROJECT_FOLDER, type Places } from "./places.ts";

const run = promisify(execFile);
const BUILD = join(PROJECT_FOLDER, ".next");
/** Which sources the build was made from. */
const MARK = join(BUILD, "sources.sha256");

/** Whether `.next` was built from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(MARK) && readFileSync(MARK, "utf8") === hashSources();
}

/**
 * Build the web server unless the build at hand is of these very sources. Nothing of the environment goes into it.
 *
 * @throws Error with the last lines of what Next printed
 */
export async function buildWeb(environment: Environment, places: Places): Promise<void> {
  if (isBuilt()) return;
  const sources = hashSources();
  rmSync(MARK, { force: true });
  mkdirSync(places.logs, { recursive: true });
  const log = join(places.logs, "build.log");
  try {
    const { stdout, stderr } = await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: PROJECT_FOLDER,
      env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      maxBuffer: 64 * 2 ** 20,
    });
    writeFileSync(log, stdout + stderr);
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as { stdout?: string; stderr?: string; message: string };
    writeFileSync(log, stdout + stderr || message);
    const tail = (stdout + stderr).trim().split("\n").slice(-25).join("\n");
    throw new Error(`The web server could not be built. The end of ${log}:\n${tail || message}`);
  }
  writeFileSync(MARK, sources);
}
