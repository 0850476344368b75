import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { checkPolicy } from "../check-policy.ts";
import { getPolicy } from "../queries/policy.ts";
import type { SavePolicy } from "../schema.ts";
import type { TierPolicy } from "../types.ts";
import { requireSeen, writePolicy } from "./write-policy.ts";

/**
 * Save tiers, how each is treated, and the floor. The next run uses the cuts; treatments hold at once.
 *
 * @throws DomainError `stale`, `invalid_input` for a tier below the floor, names that are the same, cuts that do not rise
 */
export async function savePolicy(tx: TenantTx, session: Session, asked: SavePolicy): Promise<void> {
  const current = await getPolicy(tx, session);
  requireSeen(current, asked.version);
  const policy = inMinorUnits(asked, session.workspace.currency);
  requireSound(session, policy, asked);
  await writePolicy(tx, session, { current, policy });
}

function requireSound({ workspace }: Session, policy: TierPolicy, { tiers }: SavePolicy): void {
  const { currency, locale } = workspace;
  const fields = checkPolicy({ policy, currency, locale, places: tiers.map(({ place }) => place) });
  const [first] = Object.values(fields).flat();
  if (first) throw new DomainError("invalid_input", first, { fields: { ...fields } });
}

function inMinorUnits({ cutBy, tiers, floor }: SavePolicy, currency: string): TierPolicy {
  const unit = 10 ** minorDigits(currency);
  const { leastGoodwill, ...rest } = floor;
  return {
    cutBy,
    tiers: tiers.map(({ place, goodwill, ...tier }) => ({
      ...tier,
      goodwillLimitMinor: Math.round(goodwill * unit),
    })),
    floor: { ...rest, leastGoodwillMinor: Math.round(leastGoodwill * unit) },
  };
}
