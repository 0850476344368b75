import pg from "pg";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import type { Environment } from "#lib/boot/environment.ts";
import { placesOf } from "#lib/boot/places.ts";
import { attachDatabase } from "#lib/boot/prepare-database.ts";
import { complain } from "#lib/boot/say.ts";

const PATIENCE_MS = 15_000;

/** Run `work` with a database at hand: the running one, the operator's own, or one started for as long as it takes. */
export async function withDatabase<T>(
  given: Environment,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const patience = { forMs: PATIENCE_MS, onWait: complain };
  const { detach, ...urls } = await attachDatabase(given, placesOf(given["DATA_FOLDER"]), patience);
  try {
    return await work(urls);
  } finally {
    await detach();
  }
}

/** Run `work` in one transaction of the operator, who makes workspaces, people and keys. */
export function withOwner<T>(
  given: Environment,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return withDatabase(given, (urls) => inTransaction(urls.ownerUrl, work));
}

/** Run `work` in one transaction as the role of `url`; what it throws undoes it. */
export async function inTransaction<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end();
  }
}

/** Tie the open transaction to a workspace, found by its slug or id; null when there is none. */
export async function enterWorkspace(
  client: pg.Client,
  slugOrId: string,
): Promise<{ id: string; name: string } | null> {
  // Row security hides other workspaces from their owner too; the definer role may look them up.
  await client.query("SET LOCAL ROLE app_definer");
  const { rows } = await client.query<{ id: string; name: string }>(
    "SELECT id, name FROM tenant WHERE slug = $1 OR id::text = $1",
    [slugOrId],
  );
  await client.query("RESET ROLE");
  const [found] = rows;
  if (!found) return null;
  await client.query("SELECT app_set_tenant($1)", [found.id]);
  return found;
}
