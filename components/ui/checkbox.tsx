"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";

export type CheckboxProps = {
  children: ReactNode;
  name?: string;
  value?: string;
  isSelected?: boolean;
  defaultSelected?: boolean;
  isDisabled?: boolean;
  onChange?: (isSelected: boolean) => void;
};

/** Yes or no, with its words beside the box. */
export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...props}
      className="group inline-flex min-h-11 cursor-pointer items-center gap-2 sm:min-h-6"
    >
      <span className={BOX}>
        <Check className="hidden size-3 stroke-3 group-data-[selected]:block" />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

const BOX =
  "grid size-4 shrink-0 place-items-center rounded-xs border border-control text-on-primary " +
  "group-data-[selected]:border-primary group-data-[selected]:bg-primary " +
  "group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus";
