import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { NEED_BANDS, type NeedQuery, needsAddress } from "#lib/needs/filter.ts";
import { EVIDENCE_LEVELS, type NamedSegment, NEED_KINDS } from "#lib/needs/types.ts";

export type NeedsFilterBarProps = {
  query: NeedQuery;
  /** The list without a filter */
  href: string;
  segments: readonly NamedSegment[];
  /** The list as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** Words, kind, segment, band and evidence, in the address. */
export function NeedsFilterBar({ query, href, segments, exportHref }: NeedsFilterBarProps) {
  const t = useTranslations("needs");
  const count = needsAddress.countFilters(query);
  const kept = (without: Partial<NeedQuery>) => needsAddress.keep(query, without);
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
      end={exportHref && <ExportMenu href={exportHref + needsAddress.write(query)} />}
    >
      <FilterChoices
        label={t("filterKind")}
        name="kind"
        options={NEED_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        selected={query.kinds}
        action={href}
        keep={kept({ kinds: [] })}
      />
      <FilterChoices
        label={t("filterSegment")}
        name="segment"
        options={segments.map(({ id, name }) => ({ value: id, label: name }))}
        selected={query.segments}
        action={href}
        keep={kept({ segments: [] })}
      />
      <FilterChoices
        label={t("filterBand")}
        name="band"
        options={NEED_BANDS.map((value) => ({ value, label: t(`band_${value}`) }))}
        selected={query.bands}
        action={href}
        keep={kept({ bands: [] })}
      />
      <FilterChoices
        label={t("filterEvidence")}
        name="evidence"
        options={EVIDENCE_LEVELS.map((value) => ({ value, label: t(`evidence_${value}`) }))}
        selected={query.evidence}
        action={href}
        keep={kept({ evidence: [] })}
      />
    </FilterBar>
  );
}
