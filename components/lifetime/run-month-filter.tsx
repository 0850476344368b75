import { useTranslations } from "next-intl";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import type { KeptParams } from "#components/ui/filter-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import type { RunMonth } from "#lib/clv-runs/index.ts";
import { formatMonth } from "#lib/format/format-month.ts";

export type RunMonthFilterProps = {
  /** The latest first */
  months: readonly RunMonth[];
  /** YYYY-MM of the month that is shown */
  shown: string;
  /** The address of the page, without its query */
  action: string;
  keep: KeptParams;
  locale: string;
};

/** Which month's run is shown, where there are runs of several months. */
export function RunMonthFilter({ months, shown, action, keep, locale }: RunMonthFilterProps) {
  const t = useTranslations("lifetime.month");
  const [latest, ...past] = months;
  if (!latest || past.length === 0) return null;
  return (
    <div className="no-print">
      <FilterChip
        stateKey={shown}
        label={t("label")}
        value={formatMonth(shown, locale)}
        isSet={shown !== latest.month}
        action={action}
        keep={keep}
      >
        <PlainSelect
          name="month"
          label={t("label")}
          hint={t("hint")}
          hasNone={false}
          defaultValue={shown === latest.month ? "" : shown}
          options={[
            { value: "", label: t("latest", { month: formatMonth(latest.month, locale) }) },
            ...past.map(({ month }) => ({ value: month, label: formatMonth(month, locale) })),
          ]}
        />
      </FilterChip>
    </div>
  );
}
