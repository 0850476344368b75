"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "#lib/class-names.ts";
import { useEarlyInput } from "./use-early-input.ts";

export type TickBoxProps = Omit<ComponentProps<"input">, "type" | "className" | "size"> & {
  /** Some of what it stands for is ticked, some is not. */
  isMixed?: boolean;
};

/** The browser's own box to tick, in our look: it works in a plain form, and in a list of hundreds. */
export function TickBox({ isMixed = false, ...input }: TickBoxProps) {
  const place = useEarlyInput<HTMLSpanElement>();
  const mixed = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = isMixed;
  };
  return (
    <span ref={place} className="relative grid size-6 shrink-0 place-items-center">
      <input {...input} ref={mixed} type="checkbox" className={TARGET} />
      <span aria-hidden="true" className={BOX} />
      <Check
        aria-hidden="true"
        className={cx(MARK, "peer-checked:block peer-indeterminate:hidden")}
      />
      <Minus aria-hidden="true" className={cx(MARK, "peer-indeterminate:block")} />
    </span>
  );
}

// What is pressed is 24 px wide; what is seen of it, 16. Where the system picks the colours, it draws the box.
const TARGET =
  "peer absolute inset-0 size-6 cursor-pointer appearance-none rounded-xs " +
  "forced-colors:inset-1 forced-colors:size-4 forced-colors:appearance-auto";
const BOX =
  "pointer-events-none size-4 rounded-xs border border-control bg-surface peer-checked:border-primary " +
  "peer-checked:bg-primary peer-indeterminate:border-primary peer-indeterminate:bg-primary " +
  "forced-colors:hidden";
const MARK =
  "pointer-events-none absolute hidden size-3! stroke-3! text-on-primary forced-colors:invisible";
