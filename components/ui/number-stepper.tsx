"use client";

import { Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { NumberField as AriaNumberField } from "react-aria-components/NumberField";
import { cx } from "#lib/class-names.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, type FieldSize, fieldBox, isBad } from "./field-style.ts";
import { useEarlyInput } from "./use-early-input.ts";
import { useHydrated } from "./use-hydrated.ts";

export type NumberStepperProps = {
  label: string;
  name: string;
  value?: number;
  defaultValue?: number;
  onChange?: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  className?: string;
};

/** A small number to count up and down: typed, by buttons, or with the arrow keys. Sends plain digits. */
export function NumberStepper(props: NumberStepperProps) {
  const { label, name, min, max, hint, errors, size, className, ...field } = props;
  const isHydrated = useHydrated();
  const place = useEarlyInput<HTMLDivElement>();
  return (
    <AriaNumberField
      ref={place}
      {...field}
      {...(isHydrated ? { name } : {})}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      className={cx("block min-w-0", className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <Group className={cx(fieldBox(size), GROUP)}>
        <Button slot="decrement" className={cx(STEP, "border-e")}>
          <Minus className="size-3.5" />
        </Button>
        <Input {...(isHydrated ? {} : { name })} className={INPUT} />
        <Button slot="increment" className={cx(STEP, "border-s")}>
          <Plus className="size-3.5" />
        </Button>
      </Group>
      <FieldNotes hint={hint} errors={errors} />
    </AriaNumberField>
  );
}

const GROUP =
  "flex w-36! items-stretch overflow-hidden p-0! outline-focus data-[focus-within]:outline-2 " +
  "data-[focus-within]:outline-offset-2";
const STEP =
  "grid w-11 shrink-0 place-items-center border-hairline text-muted enabled-hover:bg-raised " +
  "disabled:opacity-50 sm:w-8";
const INPUT = "w-full min-w-0 bg-transparent text-center tabular-nums outline-none";
