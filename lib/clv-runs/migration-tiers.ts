import { tierName } from "#lib/tiers/index.ts";
import type { TierMigration } from "./queries/lifetime-views.ts";
import type { RunDetail } from "./queries.ts";

/** A tier before or now by its number, 0 for no score; `name` null for that. */
export type NamedTier = { tier: number; name: string | null };

/** The tiers of a migration, the best first and no score last, as each of the two runs calls them: both have equally many. */
export function migrationTiers({ run, former, cells }: TierMigration) {
  const numbers = cells.flatMap(({ from, to }) => [from ?? 0, to ?? 0]);
  const most = Math.max(lengthOf(run), lengthOf(former.run), ...numbers);
  const all = [...Array.from({ length: most }, (_, index) => index + 1), 0];
  const named = (of: RunDetail) => all.map((tier): NamedTier => ({ tier, name: nameIn(of, tier) }));
  return { before: named(former.run), now: named(run) };
}

/** What a run calls a tier; null for no score. */
export function nameIn({ totals }: Pick<RunDetail, "totals">, tier: number): string | null {
  return tier === 0 ? null : tierName(totals?.tierCuts ?? null, tier);
}

function lengthOf({ totals }: RunDetail): number {
  return totals?.tierCuts?.tiers.length ?? 0;
}
