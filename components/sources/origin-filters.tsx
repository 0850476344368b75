import { useTranslations } from "next-intl";
import { FilterChoices } from "#components/ui/filter-choices.tsx";

type Origins = { sources: readonly string[]; imports: readonly string[] };
type FilterOption = { value: string; label: string };

export type OriginFiltersProps = {
  /** Those the list is narrowed to */
  query: Origins;
  /** The list without a filter */
  href: string;
  /** Those that brought rows of the list, the files the last first */
  sources: readonly FilterOption[];
  imports: readonly FilterOption[];
  /** The other filters in force, as parameters of the address */
  kept: (without: Partial<Origins>) => readonly (readonly [name: string, value: string])[];
};

/** From which source the rows of a list come, and by which file of it. */
export function OriginFilters({ query, href, sources, imports, kept }: OriginFiltersProps) {
  const t = useTranslations("sources");
  return (
    <>
      <FilterChoices
        label={t("source")}
        name="source"
        options={sources}
        selected={query.sources}
        action={href}
        keep={kept({ sources: [] })}
      />
      <FilterChoices
        label={t("filterImport")}
        name="import"
        options={imports}
        selected={query.imports}
        action={href}
        keep={kept({ imports: [] })}
      />
    </>
  );
}
