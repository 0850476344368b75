"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { OfferedStatistic } from "#lib/evidence/segment-statistics.ts";
import { StatisticLine } from "./source-entry.tsx";
import { useGone } from "./use-gone.ts";

export type OfferedStatisticsProps = {
  offered: readonly OfferedStatistic[];
  locale: string;
  /** What every number is linked with: the workspace and the thing it speaks for */
  hidden: Readonly<Record<string, string>>;
  action: FormAction<{ id: string }>;
  onChoose: (statistic: OfferedStatistic) => void;
};

/** Numbers that are at hand, each with its interval and its n: linked at once, or taken into the form to be changed first. */
export function OfferedStatistics(props: OfferedStatisticsProps) {
  const { offered, locale, hidden, action, onChoose } = props;
  const t = useTranslations("evidence");
  const labels = offered.map(({ label }) => label);
  const { place, gone } = useGone(labels, "button[type='submit']");
  return (
    <div ref={place}>
      <p role="status" tabIndex={-1} className="text-xs text-muted">
        {gone !== null && t("linkedName", { name: gone })}
      </p>
      {offered.length > 0 && (
        <ul aria-label={t("offered")} className="divide-y divide-hairline">
          {offered.map((statistic) => (
            <li key={statistic.label} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
              <div className="min-w-40 flex-1">
                <p className="break-words">{statistic.label}</p>
                <StatisticLine statistic={statistic} locale={locale} />
              </div>
              <Button
                size="sm"
                variant="quiet"
                aria-label={t("useName", { name: statistic.label })}
                onPress={() => onChoose(statistic)}
              >
                {t("use")}
              </Button>
              <ActionForm
                action={action}
                hidden={{ ...hidden, ...statisticFields(statistic), stance: "supports" }}
                submitLabel={t("link")}
                describedAs={t("linkName", { name: statistic.label })}
                isInline
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export type StatisticField = "label" | "href" | "value" | "unit" | "low" | "high" | "n" | "datedOn";

/** A number as the fields of its form. */
export function statisticFields(
  statistic: OfferedStatistic,
): Readonly<Record<StatisticField, string>> {
  const { label, href, value, unit, interval, n, datedOn } = statistic;
  const [low = "", high = ""] = interval ?? [];
  return {
    ...{ label, href, value: String(value), unit: unit ?? "" },
    ...{ low: String(low), high: String(high), n: String(n), datedOn },
  };
}
