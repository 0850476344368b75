import "server-only";
import { findLastChange } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { nameTaken } from "#lib/errors/name-taken.ts";
import type { SeenSource } from "../schema.ts";

export type LockedSource = {
  id: string;
  name: string;
  kind: string;
  ownerDepartmentId: string | null;
  refreshRhythm: string;
  /** YYYY-MM-DD */
  lastUsedOn: string | null;
  version: number;
  isArchived: boolean;
};

/** One source, held still until the transaction ends. @throws DomainError `not_found` */
export async function lockSource(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<LockedSource> {
  const [source] = await tx.$queryRaw<LockedSource[]>`
    SELECT id, name, kind, owner_department_id AS "ownerDepartmentId", refresh_rhythm AS "refreshRhythm",
      last_used_on::text AS "lastUsedOn", version, archived_at IS NOT NULL AS "isArchived"
    FROM data_source WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (!source) throw new DomainError("not_found", "This source does not exist.");
  return source;
}

/** As `lockSource`. @throws DomainError `not_found`; `stale` when it changed since it was seen */
export async function lockSeenSource(
  tx: TenantTx,
  session: Session,
  seen: SeenSource,
): Promise<LockedSource> {
  const source = await lockSource(tx, session, seen.sourceId);
  if (source.version !== seen.version) throw await staleSource(tx, source);
  return source;
}

/** The refusal of a change to what stood there before: with what stands there now, who changed it, and when. */
export async function staleSource(tx: TenantTx, source: LockedSource): Promise<DomainError> {
  const object = { type: "source", id: source.id } as const;
  const { changedBy = null, changedAt = null } = (await findLastChange(tx, { object })) ?? {};
  return new DomainError(
    "stale",
    `${changedBy ?? "Somebody"} changed this source meanwhile; it is now called ${source.name}.`,
    { conflict: { current: source.name, changedBy, changedAt } },
  );
}

/** @throws DomainError `conflict` for an archived source */
export function requireOpen({ isArchived, name }: LockedSource): void {
  if (!isArchived) return;
  throw new DomainError("conflict", `${name} is archived. Restore it first.`);
}

/** @throws DomainError `conflict` when another source has the name, whatever its case; archived ones keep theirs */
export async function requireFreeName(
  tx: TenantTx,
  { workspace }: Session,
  { name, ownId }: { name: string; ownId: string | null },
): Promise<void> {
  const [same] = await tx.$queryRaw<{ isArchived: boolean }[]>`
    SELECT archived_at IS NOT NULL AS "isArchived" FROM data_source
    WHERE tenant_id = ${workspace.id}::uuid AND lower(name) = lower(${name}) AND id IS DISTINCT FROM ${ownId}::uuid`;
  if (same) throw nameTaken({ what: "source", name, ...same });
}

/** @throws DomainError `invalid_input` for a department that is not there or archived */
export async function requireOwner(tx: TenantTx, departmentId: string | null): Promise<void> {
  if (departmentId === null) return;
  const isThere = await tx.department.count({ where: { id: departmentId, archivedAt: null } });
  if (isThere) return;
  const message = "This department does not exist or is archived.";
  throw new DomainError("invalid_input", message, { fields: { ownerDepartmentId: [message] } });
}
