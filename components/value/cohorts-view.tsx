import type { ValueQuery } from "#lib/value/filter.ts";
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

/** Customers by when they first ordered: who comes back, and what each has brought so far. */
export function CohortsView({ table, query, slug, locale }: CohortsViewProps) {
  const formats = valueFormats(table.value.currency, locale);
  const href = `/w/${slug}/value/cohorts`;
  const exportHref = `/w/${slug}/value/export/cohorts`;
  const customersHref = `/w/${slug}/customers`;
  return (
    <>
      <CohortRetentionFigure {...{ table, formats, customersHref }} exportHref={exportHref} />
      <CohortValueFigure {...{ table, query, formats, href, exportHref, customersHref }} />
    </>
  );
}
