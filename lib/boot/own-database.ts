import { z } from "zod";
import { assertSafeRole } from "#lib/db/safe-role.ts";

import type { DatabaseUrls } from "./embedded-database.ts";
import type { Environment } from "./environment.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { type Patience, reachDatabase } from "./reach-database.ts";

const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/**
 * The addresses of a server of the operator's own, from DATABASE_URL and DATABASE_OWNER_URL.
 *
 * @throws Error with one sentence per missing or wrong variable
 */
export function ownUrls(given: Environment): DatabaseUrls {
  const problems = ["DATABASE_URL", "DATABASE_OWNER_URL"].flatMap((name) =>
    problemOf(name, given[name]),
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const urls = {
    databaseUrl: given["DATABASE_URL"] ?? "",
    ownerUrl: given["DATABASE_OWNER_URL"] ?? "",
  };
  if (new URL(urls.databaseUrl).username === new URL(urls.ownerUrl).username) {
    throw new Error(
      "DATABASE_URL and DATABASE_OWNER_URL sign in as the same role, and one role for everything is refused.",
    );
  }
  return urls;
}

/** Reach the operator's own server, migrate it, and make sure that the application's role is a safe one. */
export async function prepareOwn(urls: DatabaseUrls, patience: Patience): Promise<void> {
  await reachDatabase("DATABASE_URL", urls.databaseUrl, patience);
  await reachDatabase("DATABASE_OWNER_URL", urls.ownerUrl, patience);
  await migrateDatabase(urls.ownerUrl);
  await assertSafeRole(urls.databaseUrl);
}

function problemOf(name: string, value: string | undefined): string[] {
  const role = name === "DATABASE_URL" ? "app_user" : "app_owner";
  const example = `a URL such as postgresql://${role}:…@host:5432/throughline`;
  if (value === undefined) return [`${name} is missing: set it to ${example}.`];
  return PostgresUrl.safeParse(value).success ? [] : [`${name} must be ${example}.`];
}
