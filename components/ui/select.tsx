"use client";

import { Check, ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { cx } from "#lib/class-names.ts";
import { FIELD_ERROR, FIELD_LABEL, type FieldSize, fieldBox } from "./field-style.ts";
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
  errors?: readonly string[];
  size?: FieldSize;
  isDisabled?: boolean;
  /** Draw it as not chosen: "Do not import". */
  isMuted?: boolean;
  className?: string;
};

/** One of a few values. */
export function Select(props: SelectProps) {
  const { label, isLabelHidden, options, errors, size, isMuted, className, onChange, ...select } =
    props;
  return (
    <AriaSelect
      {...select}
      {...(isLabelHidden ? { "aria-label": label } : {})}
      isInvalid={errors !== undefined && errors.length > 0}
      validationBehavior="aria"
      onChange={(key) => onChange?.(String(key))}
      className={cx("block min-w-0", className)}
    >
      {!isLabelHidden && <Label className={FIELD_LABEL}>{label}</Label>}
      <Button className={cx(fieldBox(size), SELECT_BOX, isMuted && "border-edge text-muted")}>
        <SelectValue className="truncate" />
        <ChevronDown className="ms-auto size-3.5 text-muted" />
      </Button>
      <FieldError className={FIELD_ERROR}>{errors?.join(" ")}</FieldError>
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
