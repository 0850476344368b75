"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { DisclosurePopover } from "#components/ui/disclosure-popover.tsx";
import { FIELD_ERROR, fieldBox, isBad } from "#components/ui/field-style.ts";
import { TickBox } from "#components/ui/tick-box.tsx";
import type { FieldChoice } from "#lib/segments/field-choice.ts";
import { listText, splitList } from "./draft-rule.ts";

export type NamedValuesProps = {
  label: string;
  field: FieldChoice;
  /** The values as a list is typed */
  text: string;
  errors: readonly string[];
  onChange: (text: string) => void;
};

/** Any number of values that are chosen by their names; one that has no name any more stays until it is unticked. */
export function NamedValues({ label, field, text, errors, onChange }: NamedValuesProps) {
  const t = useTranslations("segmentation.builder");
  const chosen = splitList(text);
  const offered = [...new Set([...field.choices, ...chosen])];
  const nameOf = (value: string) =>
    field.labels[value] ?? (field.choices.includes(value) ? value : t("noName"));
  const toggled = (value: string, isChosen: boolean) =>
    offered.filter((each) => (each === value ? isChosen : chosen.includes(each)));
  return (
    <div className="min-w-0 max-sm:col-start-1">
      <DisclosurePopover
        triggerClassName={fieldBox("md", "flex items-center gap-2 text-start")}
        trigger={
          <>
            <span className="sr-only">{label}</span>
            <span className="min-w-0 flex-1 truncate">
              {chosen.length === 0 ? t("chooseSome") : chosen.map(nameOf).join(", ")}
            </span>
            <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
          </>
        }
      >
        <fieldset className="max-h-80 min-w-0 overflow-y-auto p-1">
          <legend className="sr-only">{label}</legend>
          {offered.map((value) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside
            <label key={value} className={ROW}>
              <TickBox
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(listText(toggled(value, event.currentTarget.checked)))
                }
              />
              <span className="min-w-0 break-words">{nameOf(value)}</span>
            </label>
          ))}
        </fieldset>
      </DisclosurePopover>
      {isBad(errors) && <span className={FIELD_ERROR}>{errors.join(" ")}</span>}
    </div>
  );
}

const ROW =
  "flex min-h-11 cursor-pointer items-center gap-2 rounded-sm px-1 text-xs hover:bg-raised sm:min-h-8";
