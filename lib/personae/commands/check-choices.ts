import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { nameTaken } from "#lib/errors/name-taken.ts";

/** @throws DomainError `invalid_input` for a segment that is not there or is archived */
export async function requireSegment(tx: TenantTx, segmentId: string): Promise<void> {
  if (await tx.customerSegment.count({ where: { id: segmentId, archivedAt: null } })) return;
  throw badField("segmentId", "This segment does not exist or is archived.");
}

/** @throws DomainError `invalid_input` for somebody who is no active member */
export async function requireMember(tx: TenantTx, responsibleId: string | null): Promise<void> {
  if (responsibleId === null) return;
  if (await tx.membership.count({ where: { id: responsibleId, deactivatedAt: null } })) return;
  throw badField("responsibleId", "This member does not exist or is deactivated.");
}

/** @throws DomainError `conflict` for a name that another active persona has */
export async function requireFreeName(
  tx: TenantTx,
  { workspace }: Session,
  name: string,
  exceptId?: string,
): Promise<void> {
  const [taken] = await tx.$queryRaw<{ name: string }[]>`
    SELECT p.name FROM persona p WHERE p.tenant_id = ${workspace.id}::uuid AND p.archived_at IS NULL
      AND lower(p.name) = lower(${name}) AND p.id IS DISTINCT FROM ${exceptId ?? null}::uuid LIMIT 1`;
  if (taken) throw nameTaken({ what: "persona", ...taken });
}

const MOST_CLAIMS = 50;

/** @throws DomainError `conflict` for a persona that has 50 claims */
export async function requireRoom(tx: TenantTx, personaId: string): Promise<void> {
  if ((await tx.personaClaim.count({ where: { personaId } })) < MOST_CLAIMS) return;
  throw new DomainError("conflict", `A persona has ${MOST_CLAIMS} claims at most.`);
}

function badField(field: string, message: string): DomainError {
  return new DomainError("invalid_input", message, { fields: { [field]: [message] } });
}
