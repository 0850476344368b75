import { useTranslations } from "next-intl";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { FilterChoices, type FilterChoicesProps } from "#components/ui/filter-choices.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import type { MovedTiers } from "#lib/clv-runs/index.ts";
import type { CustomerQuery } from "#lib/customers/filter.ts";
import { PROFIT_SIGNS, type VALUE_FILTER_FIELDS } from "#lib/customers/value-filter.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type ValueFiltersProps = {
  query: CustomerQuery;
  action: string;
  /** What the form of one field takes along of the others */
  keep: (field: keyof typeof VALUE_FILTER_FIELDS) => FilterChoicesProps["keep"];
  locale: string;
  /** The tiers of a move that is asked for; null where none is */
  movedTiers: MovedTiers | null;
};

const SCORES = ["5", "4", "3", "2", "1"];
const DIMENSIONS = ["recency", "frequency", "monetary"] as const;
const DAYS = ["firstOrder", "ordered"] as const;
const BEST = [
  { field: "bestByRevenue", measure: "revenue" },
  { field: "bestByProfit", measure: "profit" },
] as const;

/** The filters that a Value page leads here with; each is there once it is asked for. */
export function ValueFilters(props: ValueFiltersProps) {
  const { query, action, keep } = props;
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
      <DaysFilters {...props} />
      <BestFilters {...props} />
      <MovedFilter {...props} />
    </>
  );
}

function DaysFilters({ query, action, keep, locale }: ValueFiltersProps) {
  const t = useTranslations("value");
  return DAYS.filter((field) => query[field].from ?? query[field].to).map((field) => (
    <FilterDays
      key={field}
      label={t(`${field}Days`)}
      fromName={`${field}From`}
      toName={`${field}To`}
      span={query[field]}
      format={(day) => formatDay(day, locale)}
      action={action}
      keep={keep(field)}
    />
  ));
}

function BestFilters({ query, action, keep, locale }: ValueFiltersProps) {
  const t = useTranslations("value");
  return BEST.filter(({ field }) => query[field] !== null).map(({ field, measure }) => (
    <FilterChip
      key={field}
      stateKey={String(query[field])}
      label={t(`bestBy.${measure}`)}
      value={formatNumber(query[field], locale)}
      isSet
      action={action}
      keep={keep(field)}
    >
      <NumberField name={field} label={t("bestBy.field")} defaultValue={String(query[field])} />
    </FilterChip>
  ));
}

/** From one tier to another, as the Migration view leads here; it is kept or cleared. */
function MovedFilter({ query, action, keep, movedTiers }: ValueFiltersProps) {
  const t = useTranslations("lifetime");
  if (!movedTiers) return null;
  const { from, to } = movedTiers;
  return (
    <FilterChip
      stateKey={query.moved}
      label={t("moved.label")}
      value={t("moved.value", { from: from ?? t("noScore"), to: to ?? t("noScore") })}
      isSet
      action={action}
      keep={keep("moved")}
    >
      <p className="max-w-60 text-xs text-muted">{t("moved.hint")}</p>
      <input type="hidden" name="moved" value={query.moved} />
    </FilterChip>
  );
}
