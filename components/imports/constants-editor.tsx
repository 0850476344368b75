"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { closedListOf } from "#lib/imports/closed-lists.ts";
import { DAY_FIELDS } from "#lib/imports/field-shapes.ts";
import type { ImportField } from "#lib/imports/types.ts";
import { fieldWord } from "./field-options.ts";
import { constantChoices, type ImportDraft } from "./import-draft.ts";

export type ConstantsEditorProps = {
  draft: ImportDraft;
  locale: string;
  isDisabled: boolean;
  onChange: (constants: ImportDraft["constants"]) => void;
};

/** One value for all rows, for fields that no column holds: a channel, a currency. */
export function ConstantsEditor({ draft, locale, isDisabled, onChange }: ConstantsEditorProps) {
  const t = useTranslations("imports");
  const choices = constantChoices(draft);
  const used = choices.filter((field) => draft.constants[field] !== undefined);
  const free = choices.filter((field) => draft.constants[field] === undefined);
  if (choices.length === 0) return null;
  const set = (field: ImportField, value: string) =>
    onChange({ ...draft.constants, [field]: value });
  const remove = (field: ImportField) => {
    const { [field]: _, ...others } = draft.constants;
    onChange(others);
  };
  return (
    <fieldset
      aria-label={t("constants")}
      className="flex flex-wrap items-end gap-3 border-t border-hairline px-4 py-4 sm:px-5"
    >
      {used.map((field) => (
        <div key={field} className="flex items-end gap-1">
          <ConstantField
            field={field}
            value={draft.constants[field] ?? ""}
            locale={locale}
            isDisabled={isDisabled}
            onChange={(value) => set(field, value)}
          />
          <Button
            variant="quiet"
            isIcon
            aria-label={t("removeConstant", { field: t(fieldWord(field)) })}
            onPress={() => remove(field)}
            isDisabled={isDisabled}
          >
            <X />
          </Button>
        </div>
      ))}
      {free.length > 0 && (
        <Select
          key={free.join()}
          className="w-56"
          label={t("addConstant")}
          placeholder={t("chooseField")}
          options={free.map((field) => ({ value: field, label: t(fieldWord(field)) }))}
          onChange={(field) => set(field as ImportField, "")}
          isDisabled={isDisabled}
        />
      )}
    </fieldset>
  );
}

type ConstantFieldProps = {
  field: ImportField;
  value: string;
  locale: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
};

/** A choice where a field knows few values, a day for days, a line of text for the rest. */
function ConstantField({ field, value, locale, ...props }: ConstantFieldProps) {
  const t = useTranslations("imports");
  const common = {
    ...props,
    label: t("constantOf", { field: t(fieldWord(field)) }),
    name: `constant.${field}`,
  };
  const options = optionsOf(field, locale, t);
  if (!options)
    return (
      <TextField
        {...common}
        type={DAY_FIELDS.includes(field) ? "date" : "text"}
        defaultValue={value}
      />
    );
  return (
    <Select
      {...common}
      className="w-56"
      placeholder={t("chooseValue")}
      options={options}
      {...(value === "" ? {} : { defaultValue: value })}
    />
  );
}

function optionsOf(
  field: ImportField,
  locale: string,
  t: ReturnType<typeof useTranslations<"imports">>,
) {
  const list = closedListOf(field);
  if (list) return list.words.map((value) => ({ value, label: t(`word_${value}`) }));
  if (field !== "currency") return null;
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return Intl.supportedValuesOf("currency").map((value) => ({
    value,
    label: `${value}: ${names.of(value) ?? value}`,
  }));
}
