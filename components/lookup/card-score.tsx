import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { CustomerCard } from "#lib/lookup/types.ts";

export type CardScoreProps = Pick<CustomerCard, "score"> & { locale: string };

/** The last score a customer gave, in one line; that there is none where nobody asked or nobody answered. */
export function CardScore({ score, locale }: CardScoreProps) {
  const t = useTranslations("lookup");
  if (!score) return <p className="text-muted">{t("noScore")}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <Star aria-hidden="true" className="shrink-0 text-muted" />
      <span className="text-xs text-muted">{t("lastScore")}</span>{" "}
      <span className="font-medium tabular-nums">
        {t(score.scaleMax === null ? "scoreAlone" : "scoreOf", {
          score: formatNumber(score.score, locale),
          most: formatNumber(score.scaleMax, locale),
          day: formatDay(score.occurredOn, locale),
        })}
      </span>
    </p>
  );
}
