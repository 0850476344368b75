import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { AuditAction, AuditFields } from "#lib/audit/types.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SettingsVersion } from "../fields.ts";

type Columns = Parameters<TenantTx["tenant"]["updateMany"]>[0]["data"];

export type SettingsChange = {
  version: SettingsVersion;
  action: AuditAction;
  columns: Columns;
  /** The fields of the change as the audit log tells them */
  before: AuditFields;
  after: AuditFields;
};

/**
 * Write some settings and their event. Settings that stay what they are are no change and no event.
 *
 * @throws DomainError `stale` when somebody else has saved settings since `version`
 */
export async function changeSettings(
  tx: TenantTx,
  session: Session,
  { version, action, columns, before, after }: SettingsChange,
): Promise<void> {
  const changed = changedFields(before, after);
  if (!changed) return;
  await raiseSettingsVersion(tx, session, version, columns);
  await recordEvent(tx, session, {
    action,
    object: { type: "tenant", id: session.workspace.id },
    ...changed,
  });
}

/**
 * Give the settings their next version, and `columns` their new values.
 *
 * @throws DomainError `stale` when `version` is not the one that is stored
 */
export async function raiseSettingsVersion(
  tx: TenantTx,
  session: Session,
  version: SettingsVersion,
  columns: Columns = {},
): Promise<void> {
  const { count } = await tx.tenant.updateMany({
    where: { id: session.workspace.id, ...(version === "any" ? {} : { version }) },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count > 0) return;
  throw new DomainError(
    "stale",
    "Somebody else has saved settings since you opened this page. What you typed is still here: compare, and save again.",
  );
}
