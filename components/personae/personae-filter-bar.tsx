import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { ANSWERING, type PersonaQuery, personaeAddress, STALENESS } from "#lib/personae/filter.ts";
import type { Named } from "#lib/personae/types.ts";

export type PersonaeFilterBarProps = {
  query: PersonaQuery;
  /** The board without a filter */
  href: string;
  segments: readonly Named[];
  /** The board as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** Name, segment, stale claims and who answers, in the address. */
export function PersonaeFilterBar({ query, href, segments, exportHref }: PersonaeFilterBarProps) {
  const t = useTranslations("personae");
  const count = personaeAddress.countFilters(query);
  const kept = (without: Partial<PersonaQuery>) => personaeAddress.keep(query, without);
  return (
    <FilterBar
      search={
        <SearchField
          label={t("search")}
          name="search"
          defaultValue={query.search}
          action={href}
          keep={kept({ search: "" })}
          className="w-full sm:w-52"
        />
      }
      result={t("narrowed", { count })}
      clear={{ count, href }}
      end={exportHref && <ExportMenu href={exportHref + personaeAddress.write(query)} />}
    >
      <FilterChoices
        label={t("segment")}
        name="segment"
        options={segments.map(({ id, name }) => ({ value: id, label: name }))}
        selected={query.segments}
        action={href}
        keep={kept({ segments: [] })}
      />
      <FilterChoices
        label={t("claims")}
        name="claims"
        options={STALENESS.map((value) => ({ value, label: t(`claims_${value}`) }))}
        selected={query.staleness}
        action={href}
        keep={kept({ staleness: [] })}
      />
      <FilterChoices
        label={t("responsible")}
        name="responsible"
        options={ANSWERING.map((value) => ({ value, label: t(`responsible_${value}`) }))}
        selected={query.answering}
        action={href}
        keep={kept({ answering: [] })}
      />
    </FilterBar>
  );
}
