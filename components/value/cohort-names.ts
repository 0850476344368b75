import { useTranslations } from "next-intl";
import { inSegment, ofCohort } from "#lib/value/customers-behind.ts";
import type { Cohort, CohortTable } from "#lib/value/types.ts";
import type { ValueFormats } from "./value-formats.ts";

/** How cohorts are called: "Nov 2026", "Q4 2026" or "2026"; and the head of a row, which leads to the customers it counts. */
export function useCohortNames(
  { period, segment }: CohortTable,
  { formats, customersHref }: { formats: ValueFormats; customersHref: string },
) {
  const t = useTranslations("value");
  const periodName = (startOn: string): string => {
    const year = startOn.slice(0, 4);
    if (period === "year") return year;
    if (period === "month") return formats.month(startOn);
    return t("quarterName", { quarter: String(Math.ceil(Number(startOn.slice(5, 7)) / 3)), year });
  };
  const nameOf = ({ startOn }: Cohort) => periodName(startOn);
  const hrefOf = ({ startOn }: Cohort) =>
    customersHref + inSegment(ofCohort(startOn, period), segment);
  const headOf = (cohort: Cohort) => ({
    key: cohort.startOn,
    name: nameOf(cohort),
    note: t("n", { n: formats.number(cohort.customers) }),
    link: { href: hrefOf(cohort), lead: t("cohortAllLead") },
  });
  const withSegment = (caption: string) =>
    segment === null ? caption : [t(`segments.${segment}`), caption].join(" · ");
  return { withSegment, periodName, nameOf, hrefOf, headOf };
}
