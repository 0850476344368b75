import { useTranslations } from "next-intl";
import { FilterChip, type FilterChipProps } from "./filter-chip.tsx";
import { NumberField } from "./number-field.tsx";

export type FilterAmountProps = Pick<FilterChipProps, "label" | "action" | "keep"> & {
  name: string;
  amount: number | null;
  /** Stands in the field: "EUR" */
  unit: string;
  format: (amount: number) => string;
};

/** A filter for amounts from a least one up. */
export function FilterAmount(props: FilterAmountProps) {
  const { label, name, amount, unit, format, action, keep } = props;
  const t = useTranslations("lists");
  return (
    <FilterChip
      stateKey={String(amount)}
      label={label}
      value={amount === null ? t("any") : t("atLeast", { amount: format(amount) })}
      isSet={amount !== null}
      action={action}
      keep={keep}
    >
      <NumberField
        name={name}
        label={t("atLeastLabel")}
        unit={unit}
        defaultValue={amount === null ? "" : String(amount)}
      />
    </FilterChip>
  );
}
