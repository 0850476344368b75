import "server-only";
import { PERMISSIONS } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";

/** So many rows in one transaction: nobody waits long for a lock. */
const AT_ONCE = 10_000;
const ENDING = { timeoutMs: 60_000, isOfClosed: true } as const;

/**
 * Delete every row of a workspace whose time is over, table by table, then look through all tables for what is left, and
 * close the certificate. Broken off anywhere, it goes on where it was. Returns the rows deleted now.
 *
 * @throws Error when rows are left, or its time is not over
 */
export async function deleteWorkspace(tenantId: string): Promise<number> {
  const session = endingSession(tenantId);
  let total = 0;
  for (const table of await listTables(session)) total += await emptyTable(session, table);
  await withTenant(
    session,
    "protection:write",
    async (tx) => {
      const [row] = await tx.$queryRaw<{ left: number }[]>`
        SELECT finish_workspace_deletion() AS left`;
      if (row?.left !== 0) throw new Error(`${row?.left} rows of a deleted workspace are left`);
      await tx.$executeRaw`DELETE FROM pgboss.job WHERE data ->> 'tenantId' = ${tenantId}`;
    },
    ENDING,
  );
  return total;
}

/** Nothing of the workspace is read but its id: it is closed, and no session enters it. */
function endingSession(id: string): Session {
  const none = { slug: "", name: "", currency: "EUR", timeZone: "UTC", locale: "en" };
  return { workspace: { id, ...none }, actor: { kind: "job" }, permissions: new Set(PERMISSIONS) };
}

async function listTables(session: Session): Promise<string[]> {
  const rows = await withTenant(
    session,
    "workspace:read",
    (tx) => tx.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM workspace_tables() ORDER BY rank DESC, table_name`,
    ENDING,
  );
  return rows.map(({ name }) => name);
}

async function emptyTable(session: Session, table: string): Promise<number> {
  for (let total = 0; ; ) {
    const [row] = await withTenant(
      session,
      "protection:write",
      (tx) => tx.$queryRaw<{ done: number }[]>`
        SELECT delete_workspace_rows(${table}, ${AT_ONCE}::int) AS done`,
      ENDING,
    );
    if (!row?.done) return total;
    total += row.done;
  }
}
