import type pg from "pg";
import { inTransaction } from "#lib/admin/owner-client.ts";
import { runSql } from "#tests/support/cluster.ts";

/** Fill a workspace in one transaction as the owner, with the same chance every time, and tell the planner what is there. */
export async function fillWorkspace<T>(
  ownerUrl: string,
  tenantId: string,
  fill: (client: pg.Client) => Promise<T>,
  thenRun: "ANALYZE" | "VACUUM (ANALYZE)" = "ANALYZE",
): Promise<T> {
  const filled = await inTransaction(ownerUrl, async (client) => {
    await client.query("SELECT app_set_tenant($1), setseed(0.5)", [tenantId]);
    return await fill(client);
  });
  await runSql(ownerUrl, [thenRun]);
  return filled;
}
