import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment.ts";
import { hashSources } from "./hash-sources.ts";
import { type Places, PROJECT_FOLDER } from "./places.ts";
import { runStep } from "./run-step.ts";

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
export async function buildWeb(
  environment: Environment,
  places: Places,
  aborted: AbortSignal,
): Promise<void> {
  if (isBuilt()) return;
  const sources = hashSources();
  rmSync(MARK, { force: true });
  const { output, isFine } = await runStep(
    ["node_modules/next/dist/bin/next", "build"],
    { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    aborted,
  );
  mkdirSync(places.logs, { recursive: true });
  const log = join(places.logs, "build.log");
  writeFileSync(log, output);
  if (!isFine) {
    const tail = output.trim().split("\n").slice(-25).join("\n");
    throw new Error(`The web server could not be built. The end of ${log}:\n${tail}`);
  }
  writeFileSync(MARK, sources);
}
