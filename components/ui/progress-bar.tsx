"use client";

import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";

export type ProgressBarProps = {
  label: string;
  /** 0..100; null while it cannot be told */
  percent: number | null;
  /** What stands at the end of the bar: "48 %", "12,000 rows" */
  valueText: string;
};

/** How far something has come. */
export function ProgressBar({ label, percent, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      aria-label={label}
      value={percent ?? 0}
      isIndeterminate={percent === null}
      valueLabel={valueText}
    >
      <span className="flex items-center gap-3">
        <span className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-xs bg-raised forced-colors:border">
          <span
            className="fill block h-full rounded-xs bg-seq-5 transition-[width]"
            style={{ width: `${percent ?? 8}%` }}
          />
        </span>
        <span className="text-2xs text-muted tabular-nums">{valueText}</span>
      </span>
    </AriaProgressBar>
  );
}
