import { z } from "zod";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import type { Environment } from "#lib/boot/environment.ts";
import { placesOf } from "#lib/boot/places.ts";
import { readSecrets } from "#lib/boot/secrets.ts";
import { checkFiles } from "./backup/check-files.ts";
import { makeBackup } from "./backup/make-backup.ts";
import { type Manifest, readManifest } from "./backup/manifest.ts";
import { recordBackup } from "./backup/record-backup.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import { withDatabase } from "./owner-client.ts";
import { parseInput } from "./parse-input.ts";
import type { Command, Outcome } from "./types.ts";

const BackupInput = z.object({ to: z.string().min(1), gzip: z.boolean().default(false) });
const RestoreInput = z.object({ from: z.string().min(1), verify: z.boolean().default(false) });

export const backup: Command = {
  words: "backup",
  summary: "Write every row into a new folder, as one moment saw them all.",
  options: {
    to: {
      type: "string",
      isRequired: true,
      value: "<folder>",
      help: "a folder that is new or empty",
    },
    gzip: { type: "boolean", help: "compress the files" },
  },
  run: async (values, given) => {
    const { to, gzip } = parseInput(BackupInput, values);
    const startedMs = performance.now();
    const manifest = await withDatabase(given, async (urls) => {
      const backupUrl = backupUrlOf(given, urls);
      const made = await makeBackup({ backupUrl, folder: to, isCompressed: gzip });
      await recordBackup(urls.ownerUrl, made, performance.now() - startedMs);
      return made;
    });
    return outcomeOf(manifest, `The backup lies in ${to}.`, startedMs);
  },
};

export const restore: Command = {
  words: "restore",
  summary: "Load a backup into an empty database and check every row; or only check its files.",
  options: {
    from: { type: "string", isRequired: true, value: "<folder>", help: "the folder of the backup" },
    verify: { type: "boolean", help: "check the files of the backup and touch no database" },
  },
  run: async (values, given) => {
    const { from, verify } = parseInput(RestoreInput, values);
    const startedMs = performance.now();
    if (verify) return verified(from, startedMs);
    const manifest = await withDatabase(given, (urls) =>
      restoreBackup({ ...urls, backupUrl: backupUrlOf(given, urls), folder: from }),
    );
    return outcomeOf(manifest, "Every table came back as it was saved.", startedMs);
  },
};

/** Where app_backup signs in: DATABASE_BACKUP_URL, or the embedded server with its own password. */
export function backupUrlOf(given: Environment, { ownerUrl }: DatabaseUrls): string {
  const own = given["DATABASE_BACKUP_URL"];
  if (own !== undefined) return own;
  if (given["DATABASE_URL"] !== undefined) {
    throw new Error(
      "DATABASE_BACKUP_URL is missing: set it to the URL of the role app_backup, which `bootstrap` printed.",
    );
  }
  const url = new URL(ownerUrl);
  url.username = "app_backup";
  url.password = readSecrets(placesOf(given["DATA_FOLDER"]).secrets).backup;
  return url.href;
}

async function verified(folder: string, startedMs: number): Promise<Outcome> {
  const manifest = readManifest(folder);
  const problems = await checkFiles(folder, manifest);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return outcomeOf(manifest, "Every file is as it was written.", startedMs);
}

function outcomeOf(manifest: Manifest, sentence: string, startedMs: number): Outcome {
  const sum = (name: "rows" | "bytes") =>
    manifest.tables.reduce((total, table) => total + table[name], 0);
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  const { version, madeAt, migrations } = manifest;
  const figures = { tables: manifest.tables.length, rows: sum("rows"), bytes: sum("bytes") };
  return {
    json: { version, madeAt, migration: migrations.at(-1)?.name ?? null, ...figures, seconds },
    lines: [
      sentence,
      `${figures.rows} rows in ${figures.tables} tables, ${figures.bytes} bytes, made ${madeAt}; ${seconds} s.`,
    ],
  };
}
