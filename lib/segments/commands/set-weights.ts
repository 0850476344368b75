import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { readWeights, type SetWeights } from "../targeting/schema.ts";
import type { Undoable, Weights } from "../targeting/types.ts";
import { keepWeights } from "./keep-targeting.ts";

/**
 * Say how much each factor counts in the targeting score.
 *
 * @throws DomainError `stale` when somebody else has set them since they were seen
 */
export async function setWeights(
  tx: TenantTx,
  session: Session,
  { version, ...weights }: SetWeights,
): Promise<Undoable> {
  const { id: tenantId } = session.workspace;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`weights ${tenantId}`}, 0))::text`;
  const stored = await tx.targetingPolicy.findFirst({ select: { weights: true, version: true } });
  if ((stored?.version ?? 0) !== version)
    throw new DomainError(
      "stale",
      "Somebody else has changed the weights since you opened this page. What you typed is still here: compare, and save again.",
    );
  const current = readWeights(stored?.weights);
  const former = textsOf(current);
  const changed = changedFields(current, weights);
  if (!changed) return { former, version };
  const updatedBy = session.actor.kind === "member" ? session.actor.membershipId : null;
  const row = { weights, version: version + 1, updatedBy, updatedAt: new Date() };
  await tx.targetingPolicy.upsert({ where: { tenantId }, create: row, update: row });
  await keepWeights(tx, session);
  await recordEvent(tx, session, {
    action: "segment.weighted",
    object: { type: "segment_list", id: null },
    ...changed,
  });
  return { former, version: version + 1 };
}

function textsOf(weights: Weights): Record<string, string> {
  return Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, String(value)]));
}
