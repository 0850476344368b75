import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { AuditFields } from "#lib/audit/types.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { CurrentPolicy, Tier, TierPolicy } from "../types.ts";

/**
 * Put a policy in the place of the one in force, and say so in the log; one that stays what it is is no change.
 *
 * @throws DomainError `stale` when somebody else has saved another since
 */
export async function writePolicy(
  tx: TenantTx,
  session: Session,
  { current, policy }: { current: CurrentPolicy; policy: TierPolicy },
): Promise<void> {
  const changed = changedFields(factsOf(current), factsOf(policy));
  if (!changed) return;
  const { cutBy, tiers, floor } = policy;
  const by = session.actor.kind === "member" ? session.actor.membershipId : null;
  const written = await tx.$executeRaw`
    INSERT INTO tier_policy (tenant_id, version, cut_by, tiers, floor, created_by)
    VALUES (${session.workspace.id}::uuid, ${current.version + 1}::int, ${cutBy}, ${JSON.stringify(tiers)}::jsonb,
      ${JSON.stringify(floor)}::jsonb, ${by}::uuid) ON CONFLICT DO NOTHING`;
  if (written === 0) throw stalePolicy(null);
  await recordEvent(tx, session, {
    action: "value.policy_changed",
    object: { type: "tier_policy", id: null },
    ...changed,
  });
}

/** @throws DomainError `stale` when the policy in force is not the one that was seen */
export function requireSeen(current: CurrentPolicy, version: number): void {
  if (current.version !== version) throw stalePolicy(current.changedBy);
}

function stalePolicy(changedBy: string | null): DomainError {
  return new DomainError(
    "stale",
    `${changedBy ?? "Somebody else"} has saved the policy since you opened this page. What you typed is still here: compare, and save again.`,
  );
}

function factsOf({ cutBy, tiers, floor }: TierPolicy): AuditFields {
  return { cutBy, tiers: tiers.map(lineOf), ...floor };
}

function lineOf(tier: Tier): string {
  const { name, share, responseHours, goodwillLimitMinor, channel, isCalledBack } = tier;
  const facts = [
    ...[share ?? "rest", `${responseHours} h`, goodwillLimitMinor, channel],
    ...[isCalledBack ? "call back" : "no call back", `${tier.asksPerQuarter} asks`],
    ...tier.lines,
  ];
  return `${name}: ${facts.join(", ")}`;
}
