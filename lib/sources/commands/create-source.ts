import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CreateSource } from "../schema.ts";
import { requireFreeName, requireOwner } from "./lock-source.ts";

/**
 * Put a source on the register before its first file.
 *
 * @throws DomainError `conflict` for a name that is taken, `invalid_input` for an owner that is no active department
 */
export async function createSource(
  tx: TenantTx,
  session: Session,
  { name, kind, ownerDepartmentId, refreshRhythm }: CreateSource,
): Promise<{ id: string }> {
  await requireFreeName(tx, session, { name, ownId: null });
  await requireOwner(tx, ownerDepartmentId);
  const id = newId();
  await tx.dataSource.create({
    data: { id, name, kind, ownerDepartmentId, refreshRhythm },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "source.created",
    object: { type: "source", id },
    after: { kind, ownerDepartmentId, refreshRhythm },
  });
  return { id };
}
