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
import { type RecordQuery, recordsAddress } from "#lib/records/filter.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import {
  RECORD_CHOICES,
  type RecordChoice,
  type RecordKind,
  type RecordWordChoices,
} from "#lib/records/types.ts";

type FilterOption = { value: string; label: string };

export type RecordsFilterBarProps = {
  kind: RecordKind;
  query: RecordQuery;
  /** What the address says and the list cannot read */
  unknown: readonly UnknownValue[];
  /** The list without a filter */
  href: string;
  locale: string;
  /** Words of the data to choose from */
  words: RecordWordChoices;
  /** The sources that brought records of the kind, and the files of it, the last first */
  sources: readonly FilterOption[];
  imports: readonly FilterOption[];
  /** Whose they are may be asked */
  mayAskCustomer: boolean;
  /** The list as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** Whose, what, when, and whence, in the address. */
export function RecordsFilterBar(props: RecordsFilterBarProps) {
  const { kind, query, href, locale, exportHref, mayAskCustomer } = props;
  const t = useTranslations("records");
  const count = recordsAddress.countFilters(query);
  const kept = (without: Partial<RecordQuery>) => recordsAddress.keep(query, without);
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
      unknown={useUnreadable(props.unknown, href + recordsAddress.write(query))}
      end={exportHref && <ExportMenu href={exportHref + recordsAddress.write(query)} />}
    >
      {RECORD_CHOICES.map((choice) => (
        <WordFilter key={choice} {...props} choice={choice} keep={kept({ [choice]: [] })} />
      ))}
      <FilterDays
        label={t("filterDays", { kind })}
        fromName="from"
        toName="to"
        span={query.days}
        format={(day) => formatDay(day, locale)}
        action={href}
        keep={kept({ days: recordsAddress.usual.days })}
      />
      <OriginFilters {...props} kept={kept} />
    </FilterBar>
  );
}

type WordFilterProps = Pick<RecordsFilterBarProps, "kind" | "query" | "href" | "words"> & {
  choice: RecordChoice;
  keep: readonly (readonly [name: string, value: string])[];
};

/** Words of ours as they are called, words of the data as they are; those chosen stay to be let go. */
function WordFilter({ kind, query, href, words, choice, keep }: WordFilterProps) {
  const t = useTranslations("records");
  const known = RECORDS[kind].choices[choice];
  const found = [...new Set([...words[choice], ...query[choice]])];
  const options =
    known?.map((value) => ({ value, label: t(`word_${value}`) })) ??
    found.map((value) => ({ value, label: value }));
  if (known === undefined || options.length === 0) return null;
  return (
    <FilterChoices
      label={t(`filter_${choice}`, { kind })}
      name={choice}
      options={options}
      selected={query[choice]}
      action={href}
      keep={keep}
    />
  );
}
