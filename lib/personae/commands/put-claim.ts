import "server-only";
import type { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { lockDeleted } from "#lib/deleted/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ClaimChange } from "../schema.ts";
import { bringBackClaim } from "./bring-back-claim.ts";
import { changeClaim } from "./change-claim.ts";
import { type LockedClaim, lockClaim } from "./lock-claim.ts";
import { removeClaim } from "./remove-claim.ts";

type ClaimOf = { personaId: string; claimId: string };

/** Change the fields of a claim that are given. @throws DomainError `not_found`, `conflict` for an archived persona */
export async function changeClaimRecord(
  tx: TenantTx,
  session: Session,
  { personaId, claimId, ...change }: z.output<typeof ClaimChange> & ClaimOf,
): Promise<void> {
  const { version, ...known } = await lockClaimOf(tx, session, { personaId, claimId });
  const { statement = known.statement, confidence = known.confidence } = change;
  const { expiresOn = known.expiresOn } = change;
  await changeClaim(tx, session, { claimId, version, statement, confidence, expiresOn });
}

/** Take a claim away with its evidence; sources stay. @throws DomainError `not_found`, `conflict` for an archived persona */
export async function removeClaimRecord(
  tx: TenantTx,
  session: Session,
  of: ClaimOf,
): Promise<{ id: string }> {
  await lockDeleted(tx, session);
  const { id, version } = await lockClaimOf(tx, session, of);
  await removeClaim(tx, session, { claimId: id, version });
  return { id };
}

/** Bring a removed claim of a persona back. @throws as `bringBackClaim`; `not_found` for one of another persona */
export async function bringBackClaimRecord(
  tx: TenantTx,
  session: Session,
  { personaId, claimId }: ClaimOf,
): Promise<void> {
  const back = isId(claimId) ? await bringBackClaim(tx, session, { claimId }) : null;
  if (back?.personaId !== personaId) throw noClaim();
}

async function lockClaimOf(
  tx: TenantTx,
  session: Session,
  { personaId, claimId }: ClaimOf,
): Promise<LockedClaim> {
  const claim = isId(claimId) ? await lockClaim(tx, session, claimId) : null;
  if (claim?.personaId === personaId) return claim;
  throw noClaim();
}

function noClaim(): DomainError {
  return new DomainError("not_found", "This claim does not exist.");
}
