import { useTranslations } from "next-intl";
import { FilterChoices, type FilterChoicesProps } from "#components/ui/filter-choices.tsx";
import type { CustomerQuery } from "#lib/customers/filter.ts";
import { PROFIT_SIGNS, type VALUE_FILTER_FIELDS } from "#lib/customers/value-filter.ts";

export type ValueFiltersProps = {
  query: CustomerQuery;
  action: string;
  /** What the form of one field takes along of the others */
  keep: (field: keyof typeof VALUE_FILTER_FIELDS) => FilterChoicesProps["keep"];
};

const SCORES = ["5", "4", "3", "2", "1"];
const DIMENSIONS = ["recency", "frequency", "monetary"] as const;

/** The filters that a Value page leads here with; each is there once it is asked for. */
export function ValueFilters({ query, action, keep }: ValueFiltersProps) {
  const t = useTranslations("value");
  return (
    <>
      {DIMENSIONS.filter((name) => query[name].length > 0).map((name) => (
        <FilterChoices
          key={name}
          label={t(`scores.${name}`)}
          name={name}
          options={SCORES.map((value) => ({ value, label: value }))}
          selected={query[name]}
          action={action}
          keep={keep(name)}
        />
      ))}
      {query.profit.length > 0 && (
        <FilterChoices
          label={t("profit")}
          name="profit"
          options={PROFIT_SIGNS.map((value) => ({ value, label: t(`profitSigns.${value}`) }))}
          selected={query.profit}
          action={action}
          keep={keep("profit")}
        />
      )}
    </>
  );
}
