"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { ImportField } from "#lib/imports/types.ts";
import { fieldWord } from "./field-options.ts";
import { constantChoices, type ImportDraft } from "./import-draft.ts";

export type ConstantsEditorProps = {
  draft: ImportDraft;
  isDisabled: boolean;
  onChange: (constants: ImportDraft["constants"]) => void;
};

/** One value for all rows, for fields that no column holds: a channel, a currency. */
export function ConstantsEditor({ draft, isDisabled, onChange }: ConstantsEditorProps) {
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
          <TextField
            label={t("constantOf", { field: t(fieldWord(field)) })}
            name={`constant.${field}`}
            placeholder={field.startsWith("consent") ? t("readAs_consentService") : ""}
            defaultValue={draft.constants[field]}
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
