"use client";

import { DateInput, DateSegment } from "react-aria-components/DateField";
import { DATE_PART } from "./date-style.ts";

export type DatePartsProps = { slot?: "start" | "end"; className?: string };

/** The typed parts of a day, in the order of the language. */
export function DateParts({ slot, className = "flex" }: DatePartsProps) {
  return (
    <DateInput {...(slot ? { slot } : {})} className={className}>
      {(segment) => <DateSegment segment={segment} className={DATE_PART} />}
    </DateInput>
  );
}
