import { useTranslations } from "next-intl";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { type ValueQuery, valueAddress } from "#lib/value/filter.ts";
import type { CohortTable } from "#lib/value/types.ts";
import { CohortRetentionFigure } from "./cohort-retention-figure.tsx";
import { CohortValueFigure } from "./cohort-value-figure.tsx";
import { valueFormats } from "./value-formats.ts";

export type CohortsViewProps = {
  table: CohortTable;
  query: ValueQuery;
  slug: string;
  locale: string;
};

type CohortSegmentsProps = Pick<CohortsViewProps, "table" | "query"> & { href: string };

/** Customers by when they first ordered: who comes back, and what each has brought so far. */
export function CohortsView({ table, query, slug, locale }: CohortsViewProps) {
  const formats = valueFormats(table.value.currency, locale);
  const href = `/w/${slug}/value/cohorts`;
  const exportHref = `/w/${slug}/value/export/cohorts${table.segment ? `?segment=${table.segment}` : ""}`;
  const customersHref = `/w/${slug}/customers`;
  return (
    <>
      <CohortSegments {...{ table, query, href }} />
      <CohortRetentionFigure {...{ table, formats, customersHref }} exportHref={exportHref} />
      <CohortValueFigure {...{ table, query, formats, href, exportHref, customersHref }} />
    </>
  );
}

/** Whose cohorts are shown; a segment is where a customer stands today, so its past is read with that in mind. */
function CohortSegments({ table, query, href }: CohortSegmentsProps) {
  const t = useTranslations("value");
  const { segment, segments } = table;
  if (segments.length === 0) return null;
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      <FilterChip
        stateKey={segment ?? ""}
        label={t("cohortsOf")}
        value={segment === null ? t("cohortsOfAll") : t(`segments.${segment}`)}
        isSet={segment !== null}
        action={href}
        keep={valueAddress.keep(query, { segment: "" })}
      >
        <PlainSelect
          name="segment"
          label={t("cohortsOf")}
          hasNone={false}
          defaultValue={segment ?? ""}
          options={[
            { value: "", label: t("cohortsOfAll") },
            ...segments.map((value) => ({ value, label: t(`segments.${value}`) })),
          ]}
        />
      </FilterChip>
      {segment !== null && (
        <p className="max-w-[76ch] flex-1 basis-72 text-xs text-muted">{t("cohortsOfNote")}</p>
      )}
    </div>
  );
}
