import pg from "pg";
import { installJobs } from "#lib/jobs/install.ts";
import { migrate } from "#prisma/migrate.ts";

/** Roles that the migrations name. */
const NEEDED = ["app_user", "app_definer", "app_backup"];

/**
 * Bring the schema and the job tables to this version, as the role that owns them. May run again.
 *
 * @returns the migrations applied now
 * @throws Error in one sentence when roles or rights are missing
 */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  await openSchema(ownerUrl);
  const applied = await migrate(ownerUrl);
  await installJobs(ownerUrl);
  return applied;
}

async function openSchema(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await assertRoles(client);
    await takeSchema(client);
  } finally {
    await client.end();
  }
}

async function assertRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM unnest($1::text[]) name WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name)",
    [NEEDED],
  );
  if (rows.length === 0) return;
  const missing = rows.map((row) => row.name).join(", ");
  throw new Error(
    `The database has no role ${missing}: run the SQL of \`npm run -s admin -- bootstrap --print\` as a superuser first.`,
  );
}

/** Before PostgreSQL 16 a NOINHERIT owner of the database has to ask for the schema that comes with it. */
async function takeSchema(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    "SELECT has_schema_privilege(current_user, 'public', 'CREATE WITH GRANT OPTION') AS may",
  );
  if (rows[0]?.may) return;
  try {
    await client.query("SET ROLE pg_database_owner");
    await client.query("GRANT ALL ON SCHEMA public TO SESSION_USER WITH GRANT OPTION");
    await client.query("RESET ROLE");
  } catch {
    throw new Error(
      "The role of DATABASE_OWNER_URL may not make tables here: give it the database with ALTER DATABASE … OWNER TO app_owner.",
    );
  }
}
