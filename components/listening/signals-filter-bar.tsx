import { useTranslations } from "next-intl";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import {
  ALL_SIGNALS,
  countSignalFilters,
  type SignalQuery,
  signalQuery,
} from "#lib/signals/filter.ts";
import { AUDIENCES, METRICS } from "#lib/signals/types.ts";

export type SignalsFilterBarProps = {
  query: SignalQuery;
  /** The list without a filter */
  href: string;
  locale: string;
};

/** What was measured, who said it and when, in the address. */
export function SignalsFilterBar({ query, href, locale }: SignalsFilterBarProps) {
  const t = useTranslations("listening");
  const count = countSignalFilters(query);
  const kept = (without: Partial<SignalQuery>) => [
    ...new URLSearchParams(signalQuery({ ...query, ...without })),
  ];
  return (
    <FilterBar result={t("narrowed", { count })} clear={{ count, href }}>
      <FilterChoices
        label={t("filterMetric")}
        name="metric"
        options={METRICS.map((value) => ({ value, label: t(`metric_${value}`) }))}
        selected={query.metrics}
        action={href}
        keep={kept({ metrics: [] })}
      />
      <FilterChoices
        label={t("filterAudience")}
        name="audience"
        options={AUDIENCES.map((value) => ({ value, label: t(`audience_${value}`) }))}
        selected={query.audiences}
        action={href}
        keep={kept({ audiences: [] })}
      />
      <FilterDays
        label={t("filterDays")}
        fromName="from"
        toName="to"
        span={query.days}
        format={(day) => formatDay(day, locale)}
        action={href}
        keep={kept({ days: ALL_SIGNALS.days })}
      />
    </FilterBar>
  );
}
