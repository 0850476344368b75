import { parseEnv } from "#lib/env.ts";
import type { DatabaseUrls } from "./embedded-database.ts";
import type { Environment } from "./environment.ts";

export type ServedAt = { appUrl: string; appSecret: string };

/**
 * What web and worker are given: the checked values, under the names that next-auth reads too, and never the addresses of
 * the stronger roles.
 *
 * @throws Error with one sentence per wrong or missing variable
 */
export function childEnvironment(
  given: Environment,
  urls: DatabaseUrls,
  { appUrl, appSecret }: ServedAt,
): Environment {
  const { DATABASE_OWNER_URL: _owner, DATABASE_BACKUP_URL: _backup, ...rest } = given;
  const values = {
    ...rest,
    APP_URL: appUrl,
    APP_SECRET: appSecret,
    DATABASE_URL: urls.databaseUrl,
    NEXTAUTH_URL: appUrl,
    NEXTAUTH_SECRET: appSecret,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  parseEnv(values);
  return values;
}
