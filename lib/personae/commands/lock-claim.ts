import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenClaim } from "../schema.ts";
import type { Confidence } from "../types.ts";
import { lockPersona, requireActive } from "./lock-persona.ts";

export type LockedClaim = {
  id: string;
  personaId: string;
  statement: string;
  confidence: Confidence;
  /** YYYY-MM-DD */
  expiresOn: string;
  version: number;
};

/**
 * A claim, held until the transaction ends, and its persona with it.
 *
 * @throws DomainError `not_found`, `conflict` where its persona is archived
 */
export async function lockClaim(
  tx: TenantTx,
  session: Session,
  claimId: string,
): Promise<LockedClaim> {
  const [claim] = await tx.$queryRaw<LockedClaim[]>`
    SELECT id, persona_id AS "personaId", statement, confidence, expires_on::text AS "expiresOn", version
    FROM persona_claim WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${claimId}::uuid FOR UPDATE`;
  if (!claim) throw new DomainError("not_found", "This claim does not exist.");
  requireActive(await lockPersona(tx, session, claim.personaId));
  return claim;
}

/**
 * A claim as it was seen, held until the transaction ends, and its persona with it.
 *
 * @throws DomainError `not_found`, `stale` when it changed since, `conflict` where its persona is archived
 */
export async function lockSeenClaim(
  tx: TenantTx,
  session: Session,
  { claimId, version }: SeenClaim,
): Promise<LockedClaim> {
  const claim = await lockClaim(tx, session, claimId);
  if (claim.version === version) return claim;
  throw new DomainError(
    "stale",
    "Somebody has changed this claim since you opened this page. What you typed is still here: load the page again to compare.",
  );
}
