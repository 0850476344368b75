import { existsSync, readFileSync, statSync } from "node:fs";
import { z } from "zod";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import { adoptEnvironment, type Environment } from "#lib/boot/environment.ts";
import { IMPORT_KINDS } from "#lib/imports/types.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { withDatabase } from "./owner-client.ts";
import { parseInput } from "./parse-input.ts";
import type { Command, Outcome } from "./types.ts";

const Input = z.object({
  workspace: z.string(),
  kind: z.enum(IMPORT_KINDS, { error: `Use one of: ${IMPORT_KINDS.join(", ")}.` }),
  file: z.string().refine(isFile, "There is no such file."),
  mapping: z.string().transform(mappingText).optional(),
  dryRun: z.boolean().default(false),
});

const KIND_WORDS = `one of ${IMPORT_KINDS.join(", ")}`;

export const importCommand: Command = {
  words: "import",
  summary: "Import a CSV or XLSX file of any kind, and wait for it.",
  options: {
    workspace: { type: "string", isRequired: true, value: "<slug>", help: "into which workspace" },
    kind: { type: "string", isRequired: true, value: "<kind>", help: KIND_WORDS },
    file: { type: "string", isRequired: true, value: "<path>", help: "the CSV or XLSX file" },
    mapping: {
      type: "string",
      value: "<json>",
      help: 'which header holds which field, as JSON or a file with it: {"columns":{"Header":"field"}}',
    },
    "dry-run": { type: "boolean", help: "check and count, and write nothing" },
  },
  run: async (values, given) => {
    const { dryRun, ...input } = parseInput(Input, values);
    return withDatabase(given, async (urls) => {
      adoptEnvironment(importEnvironment(given, urls));
      // Loaded now, so that its modules read the environment just set.
      const { importFiles } = await import("./import-file.ts");
      const [view] = await importFiles([{ ...input, isDryRun: dryRun }]);
      if (!view) throw new Error("The import was not found again.");
      return outcomeOf(view);
    });
  },
};

/** What the import code reads; it opens no session, so any address and secret do. */
export function importEnvironment(given: Environment, urls: DatabaseUrls): Record<string, string> {
  return {
    APP_URL: given["APP_URL"] ?? "http://localhost:3000",
    APP_SECRET: given["APP_SECRET"] ?? "not used by the command line at all",
    DATABASE_URL: urls.databaseUrl,
    // Log lines go to the standard output, which belongs to the result.
    LOG_LEVEL: "silent",
  };
}

function outcomeOf(view: ImportView): Outcome {
  const { created, updated, unchanged, rejected } = view.counts;
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`;
  const done = view.isDryRun ? "Checked, nothing written" : "Imported";
  const isBad = view.status !== "succeeded";
  return {
    json: view,
    lines: [isBad ? `The import ${view.status}: ${view.failure ?? ""}` : `${done}: ${counts}.`],
    isBad,
  };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function mappingText(text: string): string {
  return !text.trimStart().startsWith("{") && isFile(text) ? readFileSync(text, "utf8") : text;
}
