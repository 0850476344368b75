import { useTranslations } from "next-intl";
import type { Reason } from "#lib/defection/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";

/** Why a customer may leave, in words with its numbers: "Quiet for 84 days; usually buys every 21 days". */
export function useReasonWords(locale: string): (reason: Reason) => string {
  const t = useTranslations("watchlist.reasons");
  const score = (value: number) => formatNumber(value, locale, { digits: value % 1 === 0 ? 0 : 1 });
  return (reason) => {
    switch (reason.kind) {
      case "quiet":
        return t("quiet", { days: reason.days, usual: reason.usualDays });
      case "bought_once":
        return t("bought_once", { days: reason.days });
      case "spend_down":
        return t("spend_down", { share: formatPercent(reason.share, locale, 0) });
      case "open_complaint":
        return t("open_complaint", { count: reason.count, days: reason.days });
      case "low_score":
        return t("low_score", {
          score: score(reason.score),
          most: score(reason.most),
          day: formatDay(reason.occurredOn, locale),
        });
      case "returned":
        return t("returned", { count: reason.count, days: reason.days });
    }
  };
}
