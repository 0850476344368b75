"use client";

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { cx } from "#lib/class-names.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, type FieldSize, fieldBox, isBad } from "./field-style.ts";
import { OPTION, POPOVER } from "./popover-style.ts";

export type SelectOption = { value: string; label: string };

export type SelectProps = {
  label: string;
  /** Keep the label for screen readers only, as in a table. */
  isLabelHidden?: boolean;
  options: readonly SelectOption[];
  name?: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isDisabled?: boolean;
  /** Stands in the box while nothing is chosen */
  placeholder?: string;
  /** Draw it as not chosen: "Do not import". */
  isMuted?: boolean;
  className?: string;
};

/** One of a few values. */
export function Select(props: SelectProps) {
  const { label, isLabelHidden, options, hint, errors, size, isMuted, className, ...rest } = props;
  const { onChange, ...select } = rest;
  return (
    <AriaSelect
      {...select}
      {...(isLabelHidden ? { "aria-label": label } : {})}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      onChange={(key) => onChange?.(String(key))}
      className={cx("block min-w-0", className)}
    >
      {!isLabelHidden && <Label className={FIELD_LABEL}>{label}</Label>}
      <Button className={cx(fieldBox(size), SELECT_BOX, isMuted && "border-edge text-muted")}>
        <SelectValue className="truncate data-[placeholder]:text-muted" />
        <ChevronDown className="ms-auto size-3.5 text-muted" />
      </Button>
      <FieldNotes hint={hint} errors={errors} />
      <Popover className={cx(POPOVER, "min-w-(--trigger-width)")}>
        <ListBox className="max-h-80 overflow-auto p-1 outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={OPTION}
            >
              <span className="truncate">{option.label}</span>
              <Check className="ms-auto hidden size-3.5 text-primary in-data-[selected]:block" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

const SELECT_BOX = "flex items-center gap-2 text-start text-xs";
