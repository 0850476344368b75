import type { useTranslations } from "next-intl";
import type { Session } from "#lib/auth/types.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { mayReadTotalOf, readableGroups } from "#lib/clv-runs/least-shown.ts";
import { tierInterval } from "#lib/clv-runs/part-interval.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { tierName } from "#lib/tiers/promised-tiers.ts";
import type { TierPolicy } from "#lib/tiers/types.ts";

type Words = ReturnType<typeof useTranslations<"tiers">>;
/** Who is told, and how. */
type Reader = { session: Session; t: Words; locale: string };
type Tier = NonNullable<RunDetail["totals"]>["tiers"][number];

/**
 * What the last run says of each tier of a policy, its interval with it; "" where it says nothing. What so few customers come to that the
 * session may not see it, as it sees only bands of one, is not told; nor is it of another tier that would give it away, for that reason.
 */
export function tierNotesOf(
  { tiers }: Pick<TierPolicy, "tiers">,
  run: RunDetail | null,
  { session, t, locale }: Reader,
): string[] {
  const totals = run?.totals ?? null;
  const found = totals?.tiers ?? [];
  const readable = readableGroups(
    session,
    found.map(({ customers }) => customers),
  );
  return tiers.map(({ name }) => {
    const place = found.findIndex(({ tier }) => tierName(totals?.tierCuts ?? null, tier) === name);
    const tier = found[place];
    if (!run || !tier) return "";
    const hidden = mayReadTotalOf(session, tier.customers)
      ? "inLastRunWithheld"
      : "inLastRunHidden";
    return t(readable[place] ? keyOf(run) : hidden, noteValues(run, tier, locale));
  });
}

function keyOf({ model }: RunDetail) {
  return model === "historic" ? "inLastRunHistoric" : "inLastRun";
}

function noteValues(run: RunDetail, tier: Tier, locale: string) {
  const money = (minor: number) => formatMoney(minor, run.currency, locale, "compact");
  const interval = tierInterval(run, tier);
  return {
    measure: run.marginRate === null ? "revenue" : "profit",
    count: tier.customers,
    customers: formatNumber(tier.customers, locale),
    value: money(tier.valueMinor),
    interval: interval ? formatInterval(interval, money) : "none",
  };
}
