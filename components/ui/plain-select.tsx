import { type ReactNode, useId } from "react";
import { cx } from "#lib/class-names.ts";
import {
  FIELD_ERROR,
  FIELD_HINT,
  FIELD_LABEL,
  type FieldSize,
  fieldBox,
  isBad,
} from "./field-style.ts";

export type PlainSelectProps = {
  label: string;
  /** Read out only, where what stands around it says it already */
  isLabelHidden?: boolean;
  name: string;
  options: readonly { value: string; label: string }[];
  value?: string | null;
  defaultValue?: string | null;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isDisabled?: boolean;
  className?: string;
};

/** A choice of many as the browser draws it, for a page without JavaScript. */
export function PlainSelect(props: PlainSelectProps) {
  const { label, name, options, value, defaultValue, hint, errors, size, className } = props;
  const id = useId();
  return (
    <div className={cx("min-w-0", className)}>
      <label htmlFor={id} className={props.isLabelHidden ? "sr-only" : FIELD_LABEL}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value ?? defaultValue ?? ""}
        disabled={props.isDisabled}
        aria-invalid={isBad(errors) || undefined}
        data-invalid={isBad(errors) || undefined}
        aria-describedby={`${id}-notes`}
        className={fieldBox(size)}
      >
        <option value="" />
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <div id={`${id}-notes`}>
        {hint && <span className={FIELD_HINT}>{hint}</span>}
        {isBad(errors) && <span className={FIELD_ERROR}>{errors?.join(" ")}</span>}
      </div>
    </div>
  );
}
