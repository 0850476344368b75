"use client";

import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useEarlyInput } from "./use-early-input.ts";

export type ChoiceCardsProps<Value extends string> = {
  label: string;
  /** `hint` is one muted line, from 640 px up */
  options: readonly { value: Value; label: string; hint: string }[];
  value: Value;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
};

/** One of four to eight values, each with a line of its own: two beside each other on a phone, four on a desk. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, options, value, onChange, isDisabled = false } = props;
  const place = useEarlyInput<HTMLDivElement>();
  const choose = (text: string) => {
    const chosen = options.find((option) => option.value === text);
    if (chosen) onChange(chosen.value);
  };
  return (
    <RadioGroup
      ref={place}
      aria-label={label}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      className="grid grid-cols-2 gap-2 lg:grid-cols-4"
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={CARD}>
          <span className="text-xs font-medium">{option.label}</span>
          <span className="text-2xs text-muted max-sm:hidden">{option.hint}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

const CARD =
  "flex min-h-11 min-w-0 cursor-pointer flex-col justify-center rounded-sm border border-hairline bg-surface px-3 " +
  "py-1.5 data-[hovered]:bg-canvas data-[selected]:border-primary data-[selected]:inset-ring " +
  "data-[selected]:inset-ring-primary data-[disabled]:cursor-default data-[disabled]:opacity-60 " +
  "data-[focus-visible]:outline-2 data-[focus-visible]:outline-focus forced-colors:data-[selected]:border-4";
