import { useTranslations } from "next-intl";
import { OriginFilters } from "#components/sources/origin-filters.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { useUnreadable } from "#components/ui/use-unreadable.ts";
import { formatDay } from "#lib/format/format-day.ts";
import type { UnknownValue } from "#lib/lists/types.ts";
import {
  ALL_SIGNALS,
  countSignalFilters,
  type SignalQuery,
  signalQuery,
} from "#lib/signals/filter.ts";
import { AUDIENCES, METRICS } from "#lib/signals/types.ts";

export type SignalsFilterBarProps = {
  query: SignalQuery;
  /** What the address says and the list cannot read */
  unknown: readonly UnknownValue[];
  /** The list without a filter */
  href: string;
  locale: string;
  /** The sources of the workspace */
  sources: readonly FilterOption[];
  /** The imports that brought feedback, the last first */
  imports: readonly FilterOption[];
  /** Who said it may be asked */
  mayAskCustomer: boolean;
  /** The list as a file; null for those who may not take it away */
  exportHref: string | null;
};

type FilterOption = { value: string; label: string };

/** What was measured, who said it, when, and where it comes from, in the address. */
export function SignalsFilterBar(props: SignalsFilterBarProps) {
  const { query, href, locale, exportHref, mayAskCustomer } = props;
  const t = useTranslations("listening");
  const count = countSignalFilters(query);
  const kept = (without: Partial<SignalQuery>) => [
    ...new URLSearchParams(signalQuery({ ...query, ...without })),
  ];
  return (
    <FilterBar
      search={
        mayAskCustomer && (
          <SearchField
            label={t("customerNumber")}
            name="customer"
            defaultValue={query.customer}
            action={href}
            keep={kept({ customer: "" })}
            className="w-full sm:w-52"
          />
        )
      }
      result={t("narrowed", { count })}
      clear={{ count, href }}
      unknown={useUnreadable(props.unknown, href + signalQuery(query))}
      end={exportHref && <ExportMenu href={exportHref + signalQuery(query)} />}
    >
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
      <OriginFilters {...props} kept={kept} />
    </FilterBar>
  );
}
