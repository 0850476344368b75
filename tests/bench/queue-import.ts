import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { systemSession } from "#lib/auth/system-session.ts";
import { startImport } from "#lib/imports/index.ts";

/** `node … tests/bench/queue-import.ts <kind> <file>`: upload the file into the workspace "bench" and queue its import. */
const [kind = "", file = ""] = process.argv.slice(2);
const session = await systemSession("bench", "operator");
const request = {
  kind,
  fileName: basename(file),
  isDryRun: false,
  origin: "command_line" as const,
};
await startImport(session, request, createReadStream(file, { highWaterMark: 1 << 20 }));
process.exit(0);
