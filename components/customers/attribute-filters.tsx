import { useTranslations } from "next-intl";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import type { KeptParams } from "#components/ui/filter-form.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { AttributeFilter, AttributeView } from "#lib/customers/attributes.ts";
import { attributeParam } from "#lib/customers/attributes-field.ts";
import { formatDay } from "#lib/format/format-day.ts";

export type AttributeFiltersProps = {
  attributes: readonly AttributeView[];
  filters: readonly AttributeFilter[];
  action: string;
  /** What the form of one attribute takes along */
  keep: (name: string) => KeptParams;
  locale: string;
};

/** Free texts stand behind what can be chosen; more than these would bury the list. */
const MOST_SHOWN = 6;

/** A filter for each attribute, by the kind of its values. */
export function AttributeFilters({ attributes, filters, ...rest }: AttributeFiltersProps) {
  const isSet = ({ name }: AttributeView) => filters.some((filter) => filter.name === name);
  const rank = (attribute: AttributeView) =>
    (isSet(attribute) ? 0 : 2) + (attribute.type === "text" ? 1 : 0);
  const shown = attributes.toSorted((a, b) => rank(a) - rank(b) || b.fillCount - a.fillCount);
  return shown
    .slice(0, MOST_SHOWN)
    .map((attribute) => (
      <OneFilter
        key={attribute.name}
        attribute={attribute}
        filter={filters.find(({ name }) => name === attribute.name) ?? null}
        {...rest}
      />
    ));
}

type OneFilterProps = Pick<AttributeFiltersProps, "action" | "keep" | "locale"> & {
  attribute: AttributeView;
  filter: AttributeFilter | null;
};

function OneFilter({ attribute, filter, action, keep, locale }: OneFilterProps) {
  const t = useTranslations("customers");
  const { name, type, samples } = attribute;
  const form = { label: name, action, keep: keep(name) };
  switch (type) {
    case "day":
      return (
        <FilterDays
          {...form}
          fromName={attributeParam("from", name)}
          toName={attributeParam("to", name)}
          span={filter?.kind === "days" ? filter : { from: null, to: null }}
          format={(day) => formatDay(day, locale)}
        />
      );
    case "yes_no":
      return (
        <FilterChoices
          {...form}
          name={attributeParam("yn", name)}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(value) }))}
          selected={filter?.kind === "yes_no" ? filter.values : []}
        />
      );
    case "choice": {
      const selected = filter?.kind === "values" ? filter.values : [];
      const values = [...new Set([...samples, ...selected])];
      return (
        <FilterChoices
          {...form}
          name={attributeParam("is", name)}
          options={values.map((value) => ({ value, label: value }))}
          selected={selected}
        />
      );
    }
    case "number":
      return <NumbersFilter form={form} name={name} filter={filter} />;
    case "text":
      return <TextFilter form={form} name={name} filter={filter} />;
  }
}

type Form = { label: string; action: string; keep: KeptParams };
type FieldsProps = { form: Form; name: string; filter: AttributeFilter | null };

function NumbersFilter({ form, name, filter }: FieldsProps) {
  const t = useTranslations("customers.attributes");
  const { from, to } = filter?.kind === "numbers" ? filter : { from: null, to: null };
  const words = () => {
    if (from !== null && to !== null) return t("between", { from, to });
    if (from !== null) return t("from", { from });
    return to === null ? t("any") : t("to", { to });
  };
  return (
    <FilterChip
      {...form}
      stateKey={`${from}/${to}`}
      value={words()}
      isSet={from !== null || to !== null}
    >
      <NumberField
        name={attributeParam("min", name)}
        label={t("atLeast")}
        defaultValue={from ?? ""}
      />
      <NumberField name={attributeParam("max", name)} label={t("atMost")} defaultValue={to ?? ""} />
    </FilterChip>
  );
}

function TextFilter({ form, name, filter }: FieldsProps) {
  const t = useTranslations("customers.attributes");
  const text = filter?.kind === "contains" ? filter.text : "";
  return (
    <FilterChip
      {...form}
      stateKey={text}
      value={text === "" ? t("any") : t("containing", { text })}
      isSet={text !== ""}
    >
      <TextField
        name={attributeParam("has", name)}
        label={t("contains")}
        defaultValue={text}
        autoComplete="off"
      />
    </FilterChip>
  );
}
