import pg from "pg";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import type { Environment } from "#lib/boot/environment.ts";
import { placesOf } from "#lib/boot/places.ts";
import { parseEnv } from "#lib/env.ts";
import { DATABASE_CHECKS } from "./checks/database-checks.ts";
import { JOB_CHECKS } from "./checks/job-checks.ts";
import { MACHINE_CHECKS } from "./checks/machine-checks.ts";
import { SERVICE_CHECKS } from "./checks/service-checks.ts";
import { Bad, type Check, type Finding, type Surroundings } from "./checks/types.ts";
import { withDatabase } from "./owner-client.ts";
import type { Command, Outcome } from "./types.ts";

export const doctor: Command = {
  words: "doctor",
  summary: "Check this installation and say what is wrong.",
  options: {},
  run: async (_values, given) =>
    outcomeOf([checkEnvironment(given), ...(await checkDatabase(given))]),
};

/** With a server of one's own every variable counts; the embedded one brings what it needs. */
function checkEnvironment(given: Environment): Finding {
  const name = "environment";
  if (given["DATABASE_URL"] === undefined)
    return {
      name,
      isFine: true,
      sentence: "DATABASE_URL is not set: the embedded database is used.",
    };
  try {
    parseEnv(given);
    if (given["DATABASE_OWNER_URL"] !== undefined)
      return { name, isFine: true, sentence: "Every variable is set." };
    return {
      name,
      isFine: false,
      sentence: "DATABASE_OWNER_URL is missing: set it to the URL of the role app_owner.",
    };
  } catch (error) {
    return { name, isFine: false, sentence: messageOf(error) };
  }
}

async function checkDatabase(given: Environment): Promise<Finding[]> {
  const name = "database";
  try {
    return await withDatabase(given, async (urls) => [
      { name, isFine: true, sentence: "The database answers." },
      ...(await runChecks(given, urls)),
    ]);
  } catch (error) {
    return [{ name, isFine: false, sentence: messageOf(error) }];
  }
}

async function runChecks(given: Environment, urls: DatabaseUrls): Promise<Finding[]> {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  const user = new pg.Client({ connectionString: urls.databaseUrl });
  await Promise.all([owner.connect(), user.connect()]);
  const around: Surroundings = { given, urls, owner, user, places: placesOf(given["DATA_FOLDER"]) };
  try {
    const findings: Finding[] = [];
    for (const check of [...DATABASE_CHECKS, ...JOB_CHECKS, ...MACHINE_CHECKS, ...SERVICE_CHECKS])
      findings.push(await runCheck(check, around));
    return findings;
  } finally {
    await Promise.all([owner.end(), user.end()]);
  }
}

async function runCheck({ name, look }: Check, around: Surroundings): Promise<Finding> {
  try {
    const seen = await look(around);
    return seen instanceof Bad
      ? { name, isFine: false, sentence: seen.sentence }
      : { name, isFine: true, sentence: seen };
  } catch (error) {
    return { name, isFine: false, sentence: messageOf(error) };
  }
}

function outcomeOf(findings: readonly Finding[]): Outcome {
  const isFine = findings.every((finding) => finding.isFine);
  const checks = findings.map((finding) => ({
    name: finding.name,
    status: finding.isFine ? "pass" : "fail",
    message: finding.sentence,
  }));
  const width = Math.max(...findings.map(({ name }) => name.length)) + 2;
  return {
    json: { ok: isFine, checks },
    lines: checks.map(
      ({ name, status, message }) =>
        `${status}  ${name.padEnd(width)}${message.replaceAll("\n", " ")}`,
    ),
    isBad: !isFine,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
