import "server-only";
import { findLastChange } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenNeed } from "../schema.ts";

export type LockedNeed = {
  id: string;
  statement: string;
  kind: string;
  segmentId: string | null;
  note: string | null;
  version: number;
  isArchived: boolean;
};

/** One need, held still until the transaction ends. @throws DomainError `not_found` */
export async function lockNeed(tx: TenantTx, session: Session, id: string): Promise<LockedNeed> {
  const [need] = await tx.$queryRaw<LockedNeed[]>`
    SELECT id, statement, kind, segment_id AS "segmentId", note, version, archived_at IS NOT NULL AS "isArchived"
    FROM customer_need WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (!need) throw new DomainError("not_found", "This need does not exist.");
  return need;
}

/** As `lockNeed`. @throws DomainError `not_found`; `stale` when it changed since it was seen */
export async function lockSeenNeed(
  tx: TenantTx,
  session: Session,
  seen: SeenNeed,
): Promise<LockedNeed> {
  const need = await lockNeed(tx, session, seen.needId);
  if (need.version !== seen.version) throw await staleNeed(tx, need);
  return need;
}

async function staleNeed(tx: TenantTx, { id, statement }: LockedNeed): Promise<DomainError> {
  const object = { type: "need", id } as const;
  const { changedBy = null, changedAt = null } = (await findLastChange(tx, { object })) ?? {};
  return new DomainError(
    "stale",
    `${changedBy ?? "Somebody"} changed this need meanwhile; it now says: ${statement} What you typed is still here: load the page again to compare.`,
    { conflict: { current: statement, changedBy, changedAt } },
  );
}

/** @throws DomainError `conflict` for an archived need */
export function requireOpen({ isArchived }: LockedNeed): void {
  if (!isArchived) return;
  throw new DomainError("conflict", "This need is archived. Restore it first.");
}

/** @throws DomainError `invalid_input` for a segment that is not there or archived */
export async function requireSegment(tx: TenantTx, segmentId: string | null): Promise<void> {
  if (segmentId === null) return;
  const isThere = await tx.customerSegment.count({ where: { id: segmentId, archivedAt: null } });
  if (isThere) return;
  const message = "This segment does not exist or is archived.";
  throw new DomainError("invalid_input", message, { fields: { segmentId: [message] } });
}
