import { asOwner } from "./owner.ts";

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
