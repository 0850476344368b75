import { useTranslations } from "next-intl";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { useUnreadable } from "#components/ui/use-unreadable.ts";
import { type WatchQuery, watchAddress } from "#lib/defection/filter.ts";
import { CASE_STATES } from "#lib/defection/types.ts";
import type { UnknownValue } from "#lib/lists/types.ts";

type Option = { value: string; label: string };

export type WatchFilterBarProps = {
  query: WatchQuery;
  /** What the address says and the list cannot read */
  unknown: readonly UnknownValue[];
  /** The list without a filter */
  href: string;
  /** Names of the run's tiers by their number; none in runs from before tiers had names */
  tiers: readonly Option[];
  members: readonly Option[];
  /** The list as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** Which case, which tier, whose: in the address. */
export function WatchFilterBar(props: WatchFilterBarProps) {
  const { query, href, tiers, members, exportHref } = props;
  const t = useTranslations("watchlist");
  const count = watchAddress.countFilters(query);
  const kept = (without: Partial<WatchQuery>) => watchAddress.keep(query, without);
  return (
    <FilterBar
      result={t("narrowed", { count })}
      clear={{ count, href: href + watchAddress.write(watchAddress.withoutFilters(query)) }}
      unknown={useUnreadable(props.unknown, href + watchAddress.write(query))}
      end={
        exportHref && <ExportMenu href={exportHref + watchAddress.write({ ...query, month: "" })} />
      }
    >
      <FilterChoices
        label={t("filterCase")}
        name="case"
        options={CASE_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        selected={query.cases}
        action={href}
        keep={kept({ cases: [] })}
      />
      <FilterChoices
        label={t("filterTier")}
        name="tier"
        options={tiers}
        selected={query.tiers}
        action={href}
        keep={kept({ tiers: [] })}
      />
      <FilterChoices
        label={t("filterResponsible")}
        name="responsible"
        options={members}
        selected={query.responsible}
        action={href}
        keep={kept({ responsible: [] })}
      />
    </FilterBar>
  );
}
