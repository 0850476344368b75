import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Environment } from "./environment.ts";
import { PROJECT_FOLDER } from "./places.ts";

const run = promisify(execFile);
const CLIENT = join(PROJECT_FOLDER, "lib", "db", "generated");
/** Which schema and which Prisma the client was made by. */
const MARK = join(CLIENT, "schema.sha256");

/**
 * Generate the database client unless the one at hand is of this very schema and this version of Prisma.
 *
 * @returns whether it was generated now
 * @throws Error with Prisma's own words
 */
export async function generateClient(environment: Environment): Promise<boolean> {
  const wanted = hashSchema();
  if (existsSync(join(CLIENT, "client.ts")) && existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return false;
  try {
    await run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
      cwd: PROJECT_FOLDER,
      // Prisma wants an engine it would download; any executable satisfies it, since generating needs none.
      env: { ...environment, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    });
  } catch (error) {
    const { stderr = "", message } = error as { stderr?: string; message: string };
    throw new Error(`The database client could not be generated: ${stderr.trim() || message}`);
  }
  writeFileSync(MARK, wanted);
  return true;
}

function hashSchema(): string {
  const files = ["prisma/schema.prisma", "node_modules/prisma/package.json"];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(PROJECT_FOLDER, file)));
  return hash.digest("hex");
}
