import pg from "pg";
import { inject } from "vitest";

/** Run `work` as a superuser, whom row security does not bind, on the database of the test file or at `url`. */
export async function withSuperuser<T>(
  work: (client: pg.Client) => Promise<T>,
  url?: string,
): Promise<T> {
  const here = new URL(inject("superuserUrl"));
  here.pathname = `/${process.env["TEST_DATABASE"]}`;
  const client = new pg.Client({ connectionString: url ?? here.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
