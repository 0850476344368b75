"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "#lib/class-names.ts";

export type TickBoxProps = Omit<ComponentProps<"input">, "type" | "className" | "size"> & {
  /** Some of what it stands for is ticked, some is not. */
  isMixed?: boolean;
};

/** The browser's own box to tick, in our look: it works in a plain form, and in a list of hundreds. */
export function TickBox({ isMixed = false, ...input }: TickBoxProps) {
  const mixed = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = isMixed;
  };
  return (
    <span className="relative grid size-6 shrink-0 place-items-center">
      <input {...input} ref={mixed} type="checkbox" className={BOX} />
      <Check
        aria-hidden="true"
        className={cx(MARK, "peer-checked:block peer-indeterminate:hidden")}
      />
      <Minus aria-hidden="true" className={cx(MARK, "peer-indeterminate:block")} />
    </span>
  );
}

const BOX =
  "peer size-4 cursor-pointer appearance-none rounded-xs border border-control bg-surface " +
  "checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary " +
  "forced-colors:appearance-auto";
const MARK =
  "pointer-events-none absolute hidden size-3! stroke-3! text-on-primary forced-colors:invisible";
