import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { AuditFilter } from "../types.ts";
import { recordEvent } from "./record-event.ts";

/** Write down that somebody takes the audit log away as a file, in which format, and which part of it. */
export function recordAuditExport(
  tx: TenantTx,
  session: Session,
  { filter, format }: { filter: AuditFilter; format: string },
): Promise<void> {
  const { fromOn, toOn, who, group, object, objectId } = filter;
  const asked = { format, fromOn, toOn, who, group, object, objectId };
  return recordEvent(tx, session, {
    action: "audit.exported",
    object: { type: "audit_log", id: null },
    after: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null)),
  });
}
