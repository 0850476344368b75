import { cx } from "#lib/class-names.ts";
import { type FieldSize, fieldBox } from "./field-style.ts";

/** The box around the parts of a day; the ring stands around the whole. */
export function dateBox(size: FieldSize | undefined, className?: string): string {
  return cx(
    fieldBox(size),
    "flex items-center outline-focus data-[focus-within]:outline-2 data-[focus-within]:outline-offset-2",
    className,
  );
}

/** Day, month or year of a day as it is typed. */
export const DATE_PART =
  "inline-grid min-h-6 min-w-6 place-items-center rounded-xs tabular-nums outline-none forced-color-adjust-none data-[placeholder]:text-muted " +
  "data-[focused]:bg-primary data-[focused]:text-on-primary data-[type=literal]:min-w-0 " +
  "data-[type=literal]:text-muted data-[type=year]:px-0.5";

/** The button that opens the calendar. */
export const CALENDAR_BUTTON =
  "ms-auto -me-2 grid h-full w-11 shrink-0 place-items-center rounded-sm text-muted enabled-hover:text-text sm:w-8";
