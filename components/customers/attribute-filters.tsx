import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import type { KeptParams } from "#components/ui/filter-form.tsx";
import { FilterMenu } from "#components/ui/filter-menu.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { AttributeFilter, AttributeType, AttributeView } from "#lib/customers/attributes.ts";
import { attributeParam } from "#lib/customers/attributes-field.ts";
import { formatDay } from "#lib/format/format-day.ts";

export type AttributeFiltersProps = {
  /** Every attribute there is */
  attributes: readonly AttributeView[];
  filters: readonly AttributeFilter[];
  /** The attribute just chosen to filter by; "" for none */
  asked: string;
  action: string;
  /** What the form of one attribute takes along */
  keep: (name: string) => KeptParams;
  /** Addresses: of the list with the filter of an attribute open, and without it */
  hrefs: { ask: (name: string) => string; remove: (name: string) => string };
  locale: string;
};

/** The filters by attributes that are set, or just asked for; the others wait behind one menu. */
export function AttributeFilters(props: AttributeFiltersProps) {
  const { attributes, filters, asked, action, keep, hrefs, locale } = props;
  const t = useTranslations("customers.attributes");
  const set = filters.map((filter) => ({
    attribute: attributes.find(({ name }) => name === filter.name) ?? unknownAttribute(filter.name),
    filter,
  }));
  const others = attributes.filter(({ name }) => filters.every((filter) => filter.name !== name));
  const shown = [
    ...set,
    ...others
      .filter(({ name }) => name === asked)
      .map((attribute) => ({ attribute, filter: null })),
  ];
  const entries = others.filter(({ name }) => name !== asked);
  return (
    <>
      {shown.map(({ attribute, filter }) => (
        <span key={attribute.name} className="inline-flex max-w-full min-w-0 items-center">
          <OneFilter {...{ attribute, filter, action, keep, locale }} startsOpen={!filter} />
          <Link
            href={hrefs.remove(attribute.name)}
            aria-label={t("remove", { name: attribute.name })}
            className={buttonStyle({ variant: "quiet", isIcon: true, className: "sm:w-6" })}
          >
            <X />
          </Link>
        </span>
      ))}
      {entries.length > 0 && (
        <FilterMenu
          // What was asked for closes the menu.
          key={asked}
          label={t("menu")}
          entries={entries.map(({ name }) => ({ name, href: hrefs.ask(name) }))}
        />
      )}
    </>
  );
}

/** A filter may stand in a saved view longer than anybody has its attribute. */
function unknownAttribute(name: string): AttributeView {
  return {
    name,
    type: "text",
    foundType: "text",
    isSensitive: null,
    fillCount: 0,
    distinctCount: 0,
    samples: [],
  };
}

type OneFilterProps = Pick<AttributeFiltersProps, "action" | "keep" | "locale"> & {
  attribute: AttributeView;
  filter: AttributeFilter | null;
  startsOpen: boolean;
};

/** The type a filter was made for: the attribute may have been given another since. */
const TYPE_OF: Readonly<Record<AttributeFilter["kind"], AttributeType>> = {
  numbers: "number",
  days: "day",
  yes_no: "yes_no",
  values: "choice",
  contains: "text",
};

function OneFilter({ attribute, filter, action, keep, locale, startsOpen }: OneFilterProps) {
  const t = useTranslations("customers");
  const { name, samples } = attribute;
  const form = { label: name, action, keep: keep(name), startsOpen };
  const type = filter ? TYPE_OF[filter.kind] : attribute.type;
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

type Form = { label: string; action: string; keep: KeptParams; startsOpen: boolean };
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
