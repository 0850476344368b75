"use client";

import type { ReactNode } from "react";
import { CheckboxGroup as AriaCheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import { Checkbox } from "./checkbox.tsx";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, isBad } from "./field-style.ts";

export type ChoiceOption = {
  value: string;
  label: string;
  /** One muted line under it */
  hint?: ReactNode;
  isDisabled?: boolean;
};

export type CheckboxGroupProps = {
  label: string;
  name: string;
  options: readonly ChoiceOption[];
  value?: readonly string[];
  defaultValue?: readonly string[];
  onChange?: (values: string[]) => void;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  className?: string;
};

/** Any number of a few values, all in sight. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { label, options, value, defaultValue, hint, errors, className, ...group } = props;
  return (
    <AriaCheckboxGroup
      {...group}
      {...(value ? { value: [...value] } : {})}
      {...(defaultValue ? { defaultValue: [...defaultValue] } : {})}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      {...(className ? { className } : {})}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      {options.map(({ label: words, ...option }) => (
        <Checkbox key={option.value} {...option}>
          {words}
        </Checkbox>
      ))}
      <FieldNotes hint={hint} errors={errors} />
    </AriaCheckboxGroup>
  );
}
