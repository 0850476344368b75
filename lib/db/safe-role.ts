import pg from "pg";

type RoleFacts = { name: string; bypasses: boolean; owns: boolean };

const FACTS = `
  SELECT current_user AS name,
    (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS bypasses,
    EXISTS (
      SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns`;
const WAY_OUT =
  "give DATABASE_URL the role app_user (`npm run -s admin -- bootstrap --print` makes it).";

/** The role that DATABASE_URL signs in as would let one workspace see another. Waiting does not mend it. */
export class UnsafeRoleError extends Error {
  constructor(reason: string) {
    super(`${reason}: ${WAY_OUT}`);
    this.name = "UnsafeRoleError";
  }
}

/**
 * Refuse a role that row security does not hold: a superuser, one with BYPASSRLS, or one that owns the tables or may
 * act as their owner. Web and worker ask before they serve.
 *
 * @throws UnsafeRoleError with the reason and the way out in one sentence; any other error when the database is away
 */
export async function assertSafeRole(databaseUrl: string): Promise<void> {
  const role = await readFacts(databaseUrl);
  if (role.bypasses) {
    throw new UnsafeRoleError(
      `The role ${role.name} bypasses row security, so workspaces would not be kept apart`,
    );
  }
  if (role.owns) {
    throw new UnsafeRoleError(
      `The role ${role.name} owns the tables, and one role for everything is refused`,
    );
  }
}

async function readFacts(databaseUrl: string): Promise<RoleFacts> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<RoleFacts>(FACTS);
    if (!rows[0]) throw new Error("The database did not say which role DATABASE_URL signs in as.");
    return rows[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}
