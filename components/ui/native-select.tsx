import { useId } from "react";
import { FIELD_ERROR, FIELD_HINT, FIELD_LABEL, type FieldSize, fieldBox } from "./field-style.ts";

export type NativeSelectProps = {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  defaultValue: string;
  hint?: string;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
};

/** One of very many values, drawn by the browser: typed to be found, and chosen without JavaScript too. */
export function NativeSelect(props: NativeSelectProps) {
  const { label, name, options, defaultValue, hint, errors, size } = props;
  const id = useId();
  const isBad = errors !== undefined && errors.length > 0;
  const noteIds = [hint && `${id}-hint`, isBad && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={FIELD_LABEL}>
        {label}
      </label>
      <select
        // A new default after an answer: the browser would otherwise go back to the first one.
        key={defaultValue}
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={isBad || undefined}
        data-invalid={isBad || undefined}
        aria-describedby={noteIds || undefined}
        className={fieldBox(size)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <span id={`${id}-hint`} className={FIELD_HINT}>
          {hint}
        </span>
      )}
      {isBad && (
        <span id={`${id}-error`} className={FIELD_ERROR}>
          {errors.join(" ")}
        </span>
      )}
    </div>
  );
}
