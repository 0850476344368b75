import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { useUnreadable } from "#components/ui/use-unreadable.ts";
import { type ImportQuery, importsAddress } from "#lib/imports/filter.ts";
import { IMPORT_KINDS, IMPORT_STATUSES } from "#lib/imports/types.ts";
import type { UnknownValue } from "#lib/lists/types.ts";

export type ImportsFilterBarProps = {
  query: ImportQuery;
  /** What the address says and the list cannot read */
  unknown: readonly UnknownValue[];
  /** The list without a filter */
  href: string;
  /** The sources of the workspace; none for those who may not see them */
  sources: readonly { value: string; label: string }[];
  /** The list as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** What was in the files and what became of them, in the address. */
export function ImportsFilterBar(props: ImportsFilterBarProps) {
  const { query, href, sources, exportHref } = props;
  const t = useTranslations("imports");
  const words = useTranslations("sources");
  const count = importsAddress.countFilters(query);
  const kept = (without: Partial<ImportQuery>) => importsAddress.keep(query, without);
  return (
    <FilterBar
      result={t("narrowed", { count })}
      clear={{ count, href }}
      unknown={useUnreadable(props.unknown, href + importsAddress.write(query))}
      end={exportHref && <ExportMenu href={exportHref + importsAddress.write(query)} />}
    >
      <FilterChoices
        label={t("columnKind")}
        name="kind"
        options={IMPORT_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        selected={query.kinds}
        action={href}
        keep={kept({ kinds: [] })}
      />
      <FilterChoices
        label={t("columnState")}
        name="status"
        options={IMPORT_STATUSES.map((value) => ({ value, label: t(`status_${value}`) }))}
        selected={query.statuses}
        action={href}
        keep={kept({ statuses: [] })}
      />
      <FilterChoices
        label={words("source")}
        name="source"
        options={sources}
        selected={query.sources}
        action={href}
        keep={kept({ sources: [] })}
      />
    </FilterBar>
  );
}
