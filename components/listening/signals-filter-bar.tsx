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
import { type SignalQuery, signalsAddress } from "#lib/signals/filter.ts";
import { AUDIENCES, METRICS, WORDS } from "#lib/signals/types.ts";

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
  /** Those to narrow the list to; none for who may not read who is in them */
  segments: readonly FilterOption[];
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
  const count = signalsAddress.countFilters(query);
  const kept = (without: Partial<SignalQuery>) => signalsAddress.keep(query, without);
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
      unknown={useUnreadable(props.unknown, href + signalsAddress.write(query))}
      end={exportHref && <ExportMenu href={exportHref + signalsAddress.write(query)} />}
    >
      <SaidFilters {...props} kept={kept} />
      <FilterDays
        label={t("filterDays")}
        fromName="from"
        toName="to"
        span={query.days}
        format={(day) => formatDay(day, locale)}
        action={href}
        keep={kept({ days: signalsAddress.usual.days })}
      />
      <OriginFilters {...props} kept={kept} />
    </FilterBar>
  );
}

type SaidFiltersProps = Pick<SignalsFilterBarProps, "query" | "href" | "segments"> & {
  /** The other filters in force, as parameters of the address */
  kept: (without: Partial<SignalQuery>) => readonly (readonly [name: string, value: string])[];
};

/** What was measured, who said it, of which segment, and whether in words. */
function SaidFilters({ query, href, segments, kept }: SaidFiltersProps) {
  const t = useTranslations("listening");
  return (
    <>
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
      <FilterChoices
        label={t("filterSegment")}
        name="segment"
        options={segments}
        selected={query.segments}
        action={href}
        keep={kept({ segments: [] })}
      />
      <FilterChoices
        label={t("filterWords")}
        name="words"
        options={WORDS.map((value) => ({ value, label: t(`words_${value}`) }))}
        selected={query.words}
        action={href}
        keep={kept({ words: [] })}
      />
    </>
  );
}
