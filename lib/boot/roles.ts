import pg from "pg";

/** Passwords of the roles that sign in. */
export type RolePasswords = { owner: string; user: string; backup: string };

/**
 * The SQL that a superuser runs once per cluster: app_owner (migrations), app_user (web and worker; owns nothing,
 * bypasses nothing), app_definer (nobody signs in as it; owns the few definer functions), app_backup (copies rows).
 * May run again: what is there gets the given passwords.
 */
export function bootstrapSql(passwords: RolePasswords): string[] {
  return [
    role(
      "app_owner",
      `LOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT PASSWORD ${pg.escapeLiteral(passwords.owner)}`,
    ),
    role("app_user", `LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${pg.escapeLiteral(passwords.user)}`),
    role("app_definer", "NOLOGIN NOSUPERUSER NOBYPASSRLS"),
    role(
      "app_backup",
      `LOGIN NOSUPERUSER BYPASSRLS PASSWORD ${pg.escapeLiteral(passwords.backup)}`,
    ),
    "GRANT app_definer TO app_owner",
  ];
}

/** The SQL that makes a database of the application's own; not allowed inside a transaction. */
export function databaseSql(name: string): string[] {
  const database = pg.escapeIdentifier(name);
  return [
    `CREATE DATABASE ${database} OWNER app_owner`,
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO app_user, app_backup`,
  ];
}

function role(name: string, attributes: string): string {
  return `DO $do$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name}; END IF;
END $do$;
ALTER ROLE ${name} ${attributes}`;
}
