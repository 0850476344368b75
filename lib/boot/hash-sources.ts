import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER } from "./places.ts";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "package.json",
  "package-lock.json",
];
/** Next's own settings and entries at the top level. */
const TOP_LEVEL = ["next.config.js", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"];
/** Made from the schema, which counts itself. */
const GENERATED = "lib/db/generated";

/** One hash over everything a build of the web server depends on. */
export function hashSources(): string {
  const hash = createHash("sha256");
  for (const path of [...SOURCES, ...TOP_LEVEL].flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(PROJECT_FOLDER, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  const at = join(PROJECT_FOLDER, path);
  if (path === GENERATED || !existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [path];
  return readdirSync(at)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
