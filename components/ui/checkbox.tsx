"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { cx } from "#lib/class-names.ts";
import { CHOICE, CHOICE_MARK, CHOICE_NOTES } from "./choice-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { isBad } from "./field-style.ts";
import { useEarlyInput } from "./use-early-input.ts";

export type CheckboxProps = {
  /** What is agreed to or switched on */
  children: ReactNode;
  name?: string;
  /** What is sent when it is ticked; "on" by default */
  value?: string;
  isSelected?: boolean;
  defaultSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  /** Some of what it stands for is ticked, some is not. */
  isIndeterminate?: boolean;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  className?: string;
};

/** One thing to tick; inside a CheckboxGroup, one of several. */
export function Checkbox({ children, hint, errors, className, ...field }: CheckboxProps) {
  const place = useEarlyInput<HTMLDivElement>();
  return (
    <CheckboxField
      ref={place}
      {...field}
      {...(isBad(errors) ? { isInvalid: true } : {})}
      validationBehavior="aria"
      className={cx("block min-w-0", className)}
    >
      <CheckboxButton className={CHOICE}>
        <span aria-hidden="true" className={cx(CHOICE_MARK, MARK)}>
          {field.isIndeterminate ? <Minus className={ICON} /> : <Check className={ICON} />}
        </span>
        <span className="min-w-0">{children}</span>
      </CheckboxButton>
      <div className={CHOICE_NOTES}>
        <FieldNotes hint={hint} errors={errors} />
      </div>
    </CheckboxField>
  );
}

const MARK =
  "rounded-xs group-data-[indeterminate]/choice:border-primary " +
  "group-data-[indeterminate]/choice:bg-primary group-data-[indeterminate]/choice:text-on-primary";
// Hidden, not transparent: forced colours know no transparent line.
const ICON =
  "size-3! stroke-3! invisible group-has-[:checked]/choice:visible group-data-[indeterminate]/choice:visible";
