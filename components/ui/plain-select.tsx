import { ChevronDown } from "lucide-react";
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

type SelectOption = { readonly value: string; readonly label: string };

/** Options under a heading. */
export type SelectGroup = { readonly label: string; readonly options: readonly SelectOption[] };

export type PlainSelectProps = {
  label: string;
  name: string;
  options: readonly SelectOption[];
  /** More options after those, under headings */
  groups?: readonly SelectGroup[];
  value?: string | null;
  /** For a page that has come to life: the box then shows `value`, whatever is chosen */
  onChange?: (value: string) => void;
  defaultValue?: string | null;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isDisabled?: boolean;
  /** Keep the label for screen readers only. */
  isLabelHidden?: boolean;
  /** Whether nothing may be chosen; true by default */
  hasNone?: boolean;
  className?: string;
};

/** One of some values as the browser offers them: works without JavaScript, and sends what is chosen with its form. */
export function PlainSelect(props: PlainSelectProps) {
  const { label, name, options, value, defaultValue, hint, errors, size, className } = props;
  const { hasNone = true, groups = [], onChange } = props;
  const id = useId();
  return (
    <div className={cx("min-w-0", className)}>
      <label htmlFor={id} className={props.isLabelHidden ? "sr-only" : FIELD_LABEL}>
        {label}
      </label>
      <span className="relative block">
        <select
          // A new default after an answer: the browser would otherwise go back to the first one.
          key={defaultValue}
          id={id}
          name={name}
          {...(onChange
            ? { value: value ?? "", onChange: (event) => onChange(event.currentTarget.value) }
            : { defaultValue: value ?? defaultValue ?? "" })}
          disabled={props.isDisabled}
          aria-invalid={isBad(errors) || undefined}
          data-invalid={isBad(errors) || undefined}
          aria-describedby={`${id}-notes`}
          className={fieldBox(size, "appearance-none pe-8")}
        >
          {hasNone && <option value="" />}
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-muted" />
      </span>
      <div id={`${id}-notes`}>
        {hint && <span className={FIELD_HINT}>{hint}</span>}
        {isBad(errors) && <span className={FIELD_ERROR}>{errors?.join(" ")}</span>}
      </div>
    </div>
  );
}

function Options({ options }: Pick<SelectGroup, "options">) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
