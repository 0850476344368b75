import pg from "pg";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { asOwner } from "./owner.ts";

/** What the audit log of a workspace holds, the oldest first. */
export function storedEvents(session: Session) {
  return withTenant(session, "audit:read", (tx) =>
    tx.auditEvent.findMany({
      select: {
        actorKind: true,
        actorId: true,
        action: true,
        objectType: true,
        objectId: true,
        before: true,
        after: true,
      },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  );
}

/** The actions alone. */
export async function storedActions(session: Session): Promise<string[]> {
  return (await storedEvents(session)).map(({ action }) => action);
}

/** Run a statement of no command of ours in a workspace, as the role the application has. */
export async function asApplication(session: Session, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [session.workspace.id]);
    await client.query(statement);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** What the audit log of a workspace tells, the oldest first. */
export function auditActions(tenantId: string): Promise<string[]> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [tenantId]);
    const { rows } = await client.query<{ action: string }>(
      "SELECT action FROM audit_event WHERE tenant_id = $1 ORDER BY at, id",
      [tenantId],
    );
    await client.query("ROLLBACK");
    return rows.map(({ action }) => action);
  });
}
