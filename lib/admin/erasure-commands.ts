import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import { adoptEnvironment, type Environment } from "#lib/boot/environment.ts";
import { placesOf } from "#lib/boot/places.ts";
import { readSecrets } from "#lib/boot/secrets.ts";
import { importEnvironment } from "./import-command.ts";
import { withDatabase } from "./owner-client.ts";
import { parseInput } from "./parse-input.ts";
import type { Command } from "./types.ts";

const ExportInput = z.object({ to: z.string().min(1) });
const ApplyInput = z.object({ from: z.string().min(1) });

export const erasuresExport: Command = {
  words: "erasures export",
  summary: "Write who was erased into a file, by keyed hashes; keep it apart from the backups.",
  options: {
    to: { type: "string", isRequired: true, value: "<file>", help: "the file to write" },
  },
  run: async (values, given) => {
    const { to } = parseInput(ExportInput, values);
    const ledger = await withLedger(given, ({ exportLedger }) => exportLedger());
    writeFileSync(to, `${JSON.stringify(ledger, null, 2)}\n`, { mode: 0o600 });
    const entries = ledger.workspaces.reduce((sum, each) => sum + each.entries.length, 0);
    return { json: { entries }, lines: [`${entries} erasures lie in ${to}.`] };
  },
};

export const erasuresApply: Command = {
  words: "erasures apply",
  summary: "After a restore: erase again everybody that the file names.",
  options: {
    from: {
      type: "string",
      isRequired: true,
      value: "<file>",
      help: "what `erasures export` wrote",
    },
  },
  run: async (values, given) => {
    const { from } = parseInput(ApplyInput, values);
    const text = readFileSync(from, "utf8");
    const { customers, entries } = await withLedger(given, ({ applyLedger }) => applyLedger(text));
    return {
      json: { customers, entries },
      lines: [
        `${customers} customers were erased again; ${entries} erasures are new in the ledger.`,
      ],
    };
  },
};

type Ledger = typeof import("./erasure-ledger.ts");

function withLedger<T>(given: Environment, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  return withDatabase(given, async (urls) => {
    adoptEnvironment(ledgerEnvironment(given, urls));
    // Loaded now, so that its modules read the environment just set.
    return work(await import("./erasure-ledger.ts"));
  });
}

/** The hashes depend on APP_SECRET: here a made-up one will not do. */
function ledgerEnvironment(given: Environment, urls: DatabaseUrls): Record<string, string> {
  const own = given["APP_SECRET"];
  if (own === undefined && given["DATABASE_URL"] !== undefined)
    throw new Error("APP_SECRET is missing: the ledger's hashes depend on it.");
  const secret = own ?? readSecrets(placesOf(given["DATA_FOLDER"]).secrets).appSecret;
  return importEnvironment({ ...given, APP_SECRET: secret }, urls);
}
