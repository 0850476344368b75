import { cx } from "#lib/class-names.ts";

export type FieldSize = "md" | "lg";

const SIZE: Record<FieldSize, string> = {
  md: "h-11 px-2.5 sm:h-8",
  lg: "h-11 px-3 sm:h-10",
};

/** The box of a field: 1 px border that reaches 3:1, red when the field is bad. */
export function fieldBox(size: FieldSize = "md", className?: string): string {
  return cx(
    "w-full min-w-0 rounded-sm border border-control bg-surface text-md sm:text-sm",
    "placeholder:text-muted disabled:opacity-50 data-[invalid]:border-bad",
    SIZE[size],
    className,
  );
}

export const FIELD_LABEL = "mb-1 block text-xs font-medium";
export const FIELD_HINT = "mt-1 block text-2xs text-muted";
export const FIELD_ERROR = "mt-1 block text-2xs font-medium text-bad";
