import { useTranslations } from "next-intl";
import { formatMoney } from "#lib/format/format-money.ts";
import type { Tier } from "#lib/tiers/types.ts";

export type TierPromiseProps = { tier: Tier; currency: string; locale: string };

/** What a tier is promised, in one line. */
export function TierPromise({ tier, currency, locale }: TierPromiseProps) {
  const t = useTranslations("tiers");
  const { goodwillLimitMinor, responseHours, channel } = tier;
  return (
    <p className="text-xs text-muted">
      {t("standing.promise", {
        count: responseHours,
        channel: t(`channels.${channel}`),
        goodwill: formatMoney(goodwillLimitMinor, currency, locale),
      })}
    </p>
  );
}
