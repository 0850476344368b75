import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { findPolicyOf, getPolicy } from "../queries/policy.ts";
import type { UndoPolicy } from "../schema.ts";
import { requireSeen, writePolicy } from "./write-policy.ts";

/**
 * Put back the policy that was in force before the last change; done twice, it is as it was.
 *
 * @throws DomainError `stale`, `conflict` where nothing was changed yet
 */
export async function undoPolicy(
  tx: TenantTx,
  session: Session,
  { version }: UndoPolicy,
): Promise<void> {
  const current = await getPolicy(tx, session);
  requireSeen(current, version);
  if (version === 0)
    throw new DomainError("conflict", "This is the usual policy: nobody has changed it.");
  const policy = await findPolicyOf(tx, session, version - 1);
  await writePolicy(tx, session, { current, policy });
}
