import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { AuditEventInput } from "#lib/audit/types.ts";

/** Like recordEvent, for the operator's own transaction, which is tied to the workspace already. */
export async function recordOperatorEvent(
  client: pg.Client,
  tenantId: string,
  { action, object, before, after }: AuditEventInput,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_event (tenant_id, id, actor_kind, action, object_type, object_id, before, after)
     VALUES ($1, $2, 'operator', $3, $4, $5, $6, $7)`,
    [tenantId, uuidv7(), action, object.type, object.id, before ?? null, after ?? null],
  );
}
