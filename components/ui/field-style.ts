import { cx } from "#lib/class-names.ts";

export type FieldSize = "md" | "lg";

const SIZE: Record<FieldSize, string> = {
  md: "h-11 px-2.5 sm:h-8",
  lg: "h-11 px-3 sm:h-(--field-lg)",
};

/** The box of a field: 1 px border that reaches 3:1, red when the field is bad. */
export function fieldBox(size: FieldSize = "md", className?: string): string {
  return cx(
    "w-full min-w-0 rounded-sm border border-control bg-surface text-md sm:text-sm",
    BOX_STATES,
    SIZE[size],
    className,
  );
}

/** How a box says that it is bad, switched off, or for reading only. */
export const BOX_STATES =
  "placeholder:text-muted disabled:opacity-50 data-[disabled]:opacity-50 data-[invalid]:border-bad " +
  "in-data-[readonly]:border-edge in-data-[readonly]:bg-raised";

/** Whether the server found something wrong with a field. */
export function isBad(errors: readonly string[] | undefined): boolean {
  return errors !== undefined && errors.length > 0;
}

export const FIELD_LABEL = "mb-1 block text-xs font-medium";
export const FIELD_HINT = "mt-1 block text-2xs text-muted";
export const FIELD_ERROR = "mt-1 block text-2xs font-medium text-bad";
