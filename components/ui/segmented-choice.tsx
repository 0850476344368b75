"use client";

import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useEarlyInput } from "./use-early-input.ts";

export type SegmentedChoiceProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  /** null while nothing is chosen */
  value: Value | null;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
};

/** One of two or three values, all in sight. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
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
      orientation="horizontal"
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      className="inline-flex flex-wrap gap-0.5 rounded-sm bg-raised p-0.5 inset-ring inset-ring-hairline"
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={SEGMENT}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}

const SEGMENT =
  "flex h-10 cursor-pointer items-center rounded-xs px-3 text-xs font-medium text-muted sm:h-7 " +
  "data-[selected]:bg-surface data-[selected]:text-text data-[selected]:ring data-[selected]:ring-edge " +
  "data-[disabled]:opacity-60 data-[focus-visible]:outline-2 data-[focus-visible]:outline-focus " +
  "forced-color-adjust-none forced-colors:data-[selected]:bg-primary forced-colors:data-[selected]:text-on-primary";
