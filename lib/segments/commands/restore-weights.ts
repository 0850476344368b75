import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { type RestoreWeights, readWeights } from "../targeting/schema.ts";
import { USUAL_WEIGHTS } from "../targeting/types.ts";
import { setWeights } from "./set-weights.ts";

/**
 * Let the factors count again as they did at a former version; 0 is how they count before anybody says so. That makes a new version.
 *
 * @throws DomainError `not_found`, `stale`
 */
export async function restoreWeights(
  tx: TenantTx,
  session: Session,
  { version, former }: RestoreWeights,
): Promise<{ version: number }> {
  const weights = former === 0 ? USUAL_WEIGHTS : await weightsOf(tx, former);
  const { version: made } = await setWeights(tx, session, { version, ...weights });
  return { version: made };
}

async function weightsOf(tx: TenantTx, version: number) {
  const kept = await tx.targetingPolicyVersion.findFirst({
    where: { version },
    select: { weights: true },
  });
  if (!kept) throw new DomainError("not_found", "The weights of then were not kept.");
  return readWeights(kept.weights);
}
