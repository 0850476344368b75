import "server-only";
import { findLastChange } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { PersonaTexts } from "../types.ts";

export type LockedPersona = PersonaTexts & {
  id: string;
  name: string;
  segmentId: string;
  responsibleId: string | null;
  version: number;
  isArchived: boolean;
};

/** One persona, held until the transaction ends. @throws DomainError `not_found` */
export async function lockPersona(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
): Promise<LockedPersona> {
  const [found] = isId(id)
    ? await tx.$queryRaw<LockedPersona[]>`
    SELECT id, name, segment_id AS "segmentId", responsible_id AS "responsibleId", version, archived_at IS NOT NULL AS "isArchived",
      quote, goals, frustrations, channels, emotional_needs AS "emotionalNeeds", promise, frontline_tip AS "frontlineTip"
    FROM persona WHERE tenant_id = ${workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`
    : [];
  if (!found) throw new DomainError("not_found", "This persona does not exist.");
  return found;
}

/** The same as it was seen. @throws DomainError `not_found`; `stale` when it changed since */
export async function lockSeenPersona(
  tx: TenantTx,
  session: Session,
  seen: { personaId: string; version: number },
): Promise<LockedPersona> {
  const found = await lockPersona(tx, session, seen.personaId);
  if (found.version === seen.version) return found;
  const change = await findLastChange(tx, { object: { type: "persona", id: found.id } });
  throw new DomainError(
    "stale",
    `${change?.changedBy ?? "Somebody"} has changed this persona since you opened this page. What you typed is still here: load the page again to compare.`,
  );
}

/** @throws DomainError `conflict` for an archived one */
export function requireActive({ isArchived }: LockedPersona): void {
  if (isArchived) throw new DomainError("conflict", "This persona is archived. Restore it first.");
}
