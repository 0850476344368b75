"use client";

import type { ReactNode } from "react";
import { SwitchButton, SwitchField } from "react-aria-components/Switch";
import { cx } from "#lib/class-names.ts";
import { CHOICE } from "./choice-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { isBad } from "./field-style.ts";
import { useEarlyInput } from "./use-early-input.ts";

export type SwitchProps = {
  /** What is on or off */
  children: ReactNode;
  name?: string;
  isSelected?: boolean;
  defaultSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  className?: string;
};

/** Something that is on or off and counts at once; what is only sent with its form is a Checkbox. */
export function Switch({ children, hint, errors, className, ...field }: SwitchProps) {
  const place = useEarlyInput<HTMLDivElement>();
  return (
    <SwitchField
      ref={place}
      {...field}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      className={cx("block min-w-0", className)}
    >
      <SwitchButton className={CHOICE}>
        <span aria-hidden="true" className={TRACK}>
          <span className={THUMB} />
        </span>
        <span className="min-w-0">{children}</span>
      </SwitchButton>
      <div className="ps-11 *:first:-mt-2 sm:*:first:-mt-1">
        <FieldNotes hint={hint} errors={errors} />
      </div>
    </SwitchField>
  );
}

const TRACK =
  "flex h-5 w-9 shrink-0 items-center rounded-full border border-control bg-raised px-0.5 " +
  "transition-[background-color] outline-focus group-has-[:focus-visible]/choice:outline-2 " +
  "group-has-[:focus-visible]/choice:outline-offset-2 group-has-[:checked]/choice:border-primary " +
  "group-has-[:checked]/choice:bg-primary group-data-[invalid]/choice:border-bad! " +
  "group-data-[readonly]/choice:border-edge! group-data-[readonly]/choice:bg-raised!";

const THUMB =
  "block size-3.5 rounded-full bg-control transition-[translate,background-color] " +
  "group-has-[:checked]/choice:translate-x-4 group-has-[:checked]/choice:bg-on-primary " +
  "group-data-[readonly]/choice:bg-muted! rtl:group-has-[:checked]/choice:-translate-x-4";
