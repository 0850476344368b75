"use client";

import { Check, ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "react-aria-components/Button";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect } from "react-aria-components/Select";
import { OPTION, POPOVER } from "./popover-style.ts";

export type FilterOption = {
  value: string;
  label: string;
  /** The address of this page with this value chosen */
  href: string;
};

export type FilterSelectProps = {
  label: string;
  value: string;
  options: readonly FilterOption[];
};

/** A filter in the bar above a list: the label muted, the value strong, the choice in the address. */
export function FilterSelect({ label, value, options }: FilterSelectProps) {
  const router = useRouter();
  const current = options.find((option) => option.value === value);
  const open = (key: string) => {
    const chosen = options.find((option) => option.value === key);
    if (chosen) router.push(chosen.href);
  };
  return (
    <AriaSelect
      aria-label={`${label} ${current?.label ?? ""}`}
      value={value}
      onChange={(key) => open(String(key))}
    >
      <Button className={FILTER}>
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

const FILTER =
  "inline-flex h-11 max-w-full items-center gap-1.5 rounded-sm border border-hairline bg-surface " +
  "ps-2.5 pe-2 text-xs whitespace-nowrap hover:bg-canvas sm:h-8";
