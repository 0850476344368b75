import pg from "pg";

/** Run `work` on a connection of the owner of the tables, as the operator's command line does. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
