import type { useTranslations } from "next-intl";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { tierName } from "#lib/tiers/promised-tiers.ts";
import type { TierPolicy } from "#lib/tiers/types.ts";

type Words = ReturnType<typeof useTranslations<"tiers">>;

/** What the last run says of each tier of a policy; "" where it says nothing. */
export function tierNotesOf(
  { tiers }: TierPolicy,
  run: RunDetail | null,
  t: Words,
  locale: string,
): string[] {
  const totals = run?.totals ?? null;
  return tiers.map(({ name }) => {
    const found = totals?.tiers.find(({ tier }) => tierName(totals.tierCuts, tier) === name);
    if (!run || !found) return "";
    return t(run.model === "historic" ? "inLastRunHistoric" : "inLastRun", {
      measure: run.marginRate === null ? "revenue" : "profit",
      count: found.customers,
      customers: formatNumber(found.customers, locale),
      value: formatMoney(found.valueMinor, run.currency, locale, "compact"),
    });
  });
}
