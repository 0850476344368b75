"use client";

import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";

export type TooltipProps = {
  /** A few words; nothing that is needed to go on, for touch never sees it */
  text: string;
  /** One <Button> or link of react-aria */
  children: ReactElement;
};

/** Says what a button does, on pointing at it and on focus. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      {children}
      <AriaTooltip offset={6} className={TIP}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

const TIP =
  "max-w-64 rounded-sm border border-transparent bg-text px-2 py-1 text-2xs text-surface shadow-float transition-opacity " +
  "data-[entering]:opacity-0 data-[exiting]:opacity-0 forced-colors:border-text forced-colors:bg-surface " +
  "forced-colors:text-text";
