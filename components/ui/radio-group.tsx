"use client";

import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import {
  RadioGroup as AriaRadioGroup,
  RadioButton,
  RadioField,
} from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import { cx } from "#lib/class-names.ts";
import type { ChoiceOption } from "./checkbox-group.tsx";
import { CHOICE, CHOICE_MARK, CHOICE_NOTES } from "./choice-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_HINT, FIELD_LABEL, isBad } from "./field-style.ts";
import { useEarlyInput } from "./use-early-input.ts";

export type RadioGroupProps = {
  label: string;
  name: string;
  options: readonly ChoiceOption[];
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  /** Side by side where there is room */
  isHorizontal?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  className?: string;
};

/** One of a few values, all in sight. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, options, hint, errors, isHorizontal, className, ...group } = props;
  const place = useEarlyInput<HTMLDivElement>();
  return (
    <AriaRadioGroup
      ref={place}
      {...group}
      orientation={isHorizontal ? "horizontal" : "vertical"}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      {...(className ? { className } : {})}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <div className={isHorizontal ? "flex flex-wrap gap-x-6" : undefined}>
        {options.map((option) => (
          <RadioOption key={option.value} {...option} />
        ))}
      </div>
      <FieldNotes hint={hint} errors={errors} />
    </AriaRadioGroup>
  );
}

function RadioOption({ value, label, hint, isDisabled = false }: ChoiceOption) {
  return (
    <RadioField value={value} isDisabled={isDisabled}>
      <RadioButton className={CHOICE}>
        <span aria-hidden="true" className={cx(CHOICE_MARK, "rounded-full")}>
          <span className="invisible size-1.5 rounded-full bg-current forced-color-adjust-none group-has-[:checked]/choice:visible" />
        </span>
        <span className="min-w-0">{label}</span>
      </RadioButton>
      {hint && (
        <div className={CHOICE_NOTES}>
          <Text slot="description" className={FIELD_HINT}>
            {hint}
          </Text>
        </div>
      )}
    </RadioField>
  );
}
