import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getSettings } from "../queries.ts";
import type { SetRetention } from "../schema.ts";
import { changeSettings } from "./change-settings.ts";

/**
 * Choose how many days audit events and rejected rows are kept; the daily clean-up removes what is older.
 *
 * @throws DomainError `stale`
 */
export async function setRetention(
  tx: TenantTx,
  session: Session,
  { version, auditDays, rejectDays }: SetRetention,
): Promise<void> {
  const { auditRetentionDays, rejectRetentionDays } = await getSettings(tx, session);
  const retention = { auditRetentionDays: auditDays, rejectRetentionDays: rejectDays };
  await changeSettings(tx, session, {
    version,
    action: "workspace.retention_changed",
    columns: retention,
    before: { auditRetentionDays, rejectRetentionDays },
    after: retention,
  });
}
