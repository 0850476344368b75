"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { NumberField } from "react-aria-components/NumberField";
import {
  Slider as AriaSlider,
  SliderFill,
  SliderThumb,
  SliderTrack,
} from "react-aria-components/Slider";
import { cx } from "#lib/class-names.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, fieldBox, isBad } from "./field-style.ts";
import { useEarlyInput } from "./use-early-input.ts";
import { useHydrated } from "./use-hydrated.ts";

export type SliderProps = {
  label: string;
  /** Sent as plain digits */
  name?: string;
  value?: number;
  defaultValue?: number;
  onChange?: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Printed inside the box: "%" */
  unit?: string;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  isDisabled?: boolean;
  className?: string;
};

/** A number between two ends, by sliding or, beside it, by typing. */
export function Slider(props: SliderProps) {
  const { label, min = 0, max = 100, step = 1, isDisabled = false, className } = props;
  const [own, setOwn] = useState(props.defaultValue ?? min);
  const value = props.value ?? own;
  const change = (next: number) => {
    if (Number.isNaN(next)) return;
    setOwn(next);
    props.onChange?.(next);
  };
  const range = { value, onChange: change, minValue: min, maxValue: max, step, isDisabled };
  return (
    <div className={cx("grid grid-cols-[minmax(0,1fr)_auto] content-start gap-x-4", className)}>
      <AriaSlider {...range} className="min-w-0">
        <Label className={FIELD_LABEL}>{label}</Label>
        <SliderTrack className="group/track relative flex h-11 w-full items-center sm:h-8">
          <span className="absolute inset-x-0 h-1 rounded-full bg-hairline forced-colors:border" />
          <SliderFill className="top-1/2! h-1! -translate-y-1/2 rounded-full bg-primary group-data-[disabled]/track:opacity-50" />
          <SliderThumb className={THUMB} />
        </SliderTrack>
      </AriaSlider>
      <SliderNumber {...props} range={range} />
    </div>
  );
}

type SliderNumberProps = SliderProps & {
  range: Pick<SliderProps, "step" | "isDisabled"> & {
    value: number;
    onChange: (value: number) => void;
    minValue: number;
    maxValue: number;
  };
};

function SliderNumber({ label, name, unit, hint, errors, range }: SliderNumberProps) {
  const t = useTranslations("ui");
  const isHydrated = useHydrated();
  const place = useEarlyInput<HTMLDivElement>();
  return (
    <NumberField
      ref={place}
      {...range}
      {...(name && isHydrated ? { name } : {})}
      aria-label={t("valueOf", { label })}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      className="contents"
    >
      <Group className={cx(fieldBox("md"), BOX)}>
        <Input {...(name && !isHydrated ? { name } : {})} className={INPUT} />
        {unit && <span className="shrink-0 text-xs text-muted">{unit}</span>}
      </Group>
      <div className="col-span-2">
        <FieldNotes hint={hint} errors={errors} />
      </div>
    </NumberField>
  );
}

const THUMB =
  "top-1/2 size-5 rounded-full border-2 border-primary bg-surface outline-focus after:absolute " +
  "after:-inset-3 data-[dragging]:bg-primary data-[disabled]:border-control " +
  "data-[disabled]:opacity-50 data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2";
const BOX =
  "flex w-20! items-center gap-1 self-end outline-focus data-[focus-within]:outline-2 " +
  "data-[focus-within]:outline-offset-2";
const INPUT = "w-full min-w-0 bg-transparent text-end tabular-nums outline-none";
