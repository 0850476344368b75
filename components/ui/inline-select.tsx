"use client";

import { Check, ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect } from "react-aria-components/Select";
import { OPTION, POPOVER } from "./popover-style.ts";

export type InlineSelectProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  isDisabled?: boolean;
};

/** One of a few values in a bar: the label muted, the value strong, in one line. */
export function InlineSelect(props: InlineSelectProps) {
  const { label, value, options, onChange, isDisabled = false } = props;
  const current = options.find((option) => option.value === value);
  return (
    <AriaSelect
      aria-label={`${label} ${current?.label ?? ""}`}
      value={value}
      onChange={(key) => onChange(String(key))}
      isDisabled={isDisabled}
    >
      <Button className={BOX}>
        <span className="text-muted">{label}</span>{" "}
        <span className="truncate font-medium">{current?.label}</span>
        <ChevronDown className="size-3.5 text-muted" />
      </Button>
      <Popover className={`${POPOVER} min-w-(--trigger-width)`}>
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

const BOX =
  "inline-flex h-11 max-w-full items-center gap-1.5 rounded-sm border border-hairline bg-surface " +
  "ps-2.5 pe-2 text-xs whitespace-nowrap hover:bg-canvas disabled:opacity-50 sm:h-8";
