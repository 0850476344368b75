import { useTranslations } from "next-intl";
import type { Cohort, CohortTable } from "#lib/value/types.ts";
import type { ValueFormats } from "./value-formats.ts";

/** How cohorts are called: "Nov 2026", "Q4 2026" or "2026"; and the head of a row with how many customers it has. */
export function useCohortNames({ period }: CohortTable, formats: ValueFormats) {
  const t = useTranslations("value");
  const nameOf = ({ startOn }: Cohort): string => {
    const year = startOn.slice(0, 4);
    if (period === "year") return year;
    if (period === "month") return formats.month(startOn);
    return t("quarterName", { quarter: String(Math.ceil(Number(startOn.slice(5, 7)) / 3)), year });
  };
  const headOf = (cohort: Cohort) => ({
    key: cohort.startOn,
    name: nameOf(cohort),
    note: t("n", { n: formats.number(cohort.customers) }),
  });
  return { nameOf, headOf };
}
