import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { AuditAction, AuditEventInput } from "#lib/audit/types.ts";

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

/** Like recordAccountEvent: one event in every workspace the person belongs to, by the operator. */
export async function recordOperatorAccountEvent(
  client: pg.Client,
  accountId: string,
  action: Extract<AuditAction, `account.${string}`>,
): Promise<void> {
  // Row security hides the workspaces from their owner too; the definer role may write into each.
  await client.query("SET LOCAL ROLE app_definer");
  await client.query(
    `INSERT INTO audit_event (tenant_id, id, actor_kind, action, object_type, object_id)
     SELECT tenant_id, gen_random_uuid(), 'operator', $2, 'membership', id
     FROM membership WHERE account_id = $1 AND deactivated_at IS NULL`,
    [accountId, action],
  );
  await client.query("RESET ROLE");
}
