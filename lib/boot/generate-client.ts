import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment.ts";
import { PROJECT_FOLDER } from "./places.ts";
import { runStep } from "./run-step.ts";

const CLIENT = join(PROJECT_FOLDER, "lib", "db", "generated");
/** Which schema and which Prisma the client was made by. */
const MARK = join(CLIENT, "schema.sha256");

/**
 * Generate the database client unless the one at hand is of this very schema and this version of Prisma.
 *
 * @returns whether it was generated now
 * @throws Error with Prisma's own words
 */
export async function generateClient(
  environment: Environment,
  aborted: AbortSignal,
): Promise<boolean> {
  const wanted = hashSchema();
  if (
    existsSync(join(CLIENT, "client.ts")) &&
    existsSync(MARK) &&
    readFileSync(MARK, "utf8") === wanted
  )
    return false;
  const { output, isFine } = await runStep(
    ["node_modules/prisma/build/index.js", "generate"],
    // Prisma wants an engine that it would download; any executable satisfies it, since generating needs none.
    {
      ...environment,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    aborted,
  );
  if (!isFine) throw new Error(`The database client could not be generated: ${output.trim()}`);
  writeFileSync(MARK, wanted);
  return true;
}

function hashSchema(): string {
  const files = ["prisma/schema.prisma", "node_modules/prisma/package.json"];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(PROJECT_FOLDER, file)));
  return hash.digest("hex");
}
