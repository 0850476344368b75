"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { OfferedStatistic } from "#lib/evidence/segment-statistics.ts";
import { StatisticLine } from "./source-entry.tsx";

export type OfferedStatisticsProps = {
  offered: readonly OfferedStatistic[];
  locale: string;
  onChoose: (statistic: OfferedStatistic) => void;
};

/** Numbers that are at hand, each with its interval and its n, and a button that fills the form with it. */
export function OfferedStatistics({ offered, locale, onChoose }: OfferedStatisticsProps) {
  const t = useTranslations("evidence");
  return (
    <ul aria-label={t("offered")} className="divide-y divide-hairline">
      {offered.map((statistic) => (
        <li key={statistic.label} className="flex items-start gap-3 py-2">
          <div className="min-w-0 flex-1">
            <p className="break-words">{statistic.label}</p>
            <StatisticLine statistic={statistic} locale={locale} />
          </div>
          <Button
            size="sm"
            aria-label={t("useName", { name: statistic.label })}
            onPress={() => onChoose(statistic)}
          >
            {t("use")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
