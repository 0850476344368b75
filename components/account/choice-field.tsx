import { type ReactNode, useId } from "react";
import { FIELD_HINT, FIELD_LABEL } from "#components/ui/field-style.ts";

export type ChoiceFieldProps = {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  defaultValue: string;
};

/** One of a few values, all in sight; the browser's own buttons, so that it works without JavaScript. */
export function ChoiceField({ label, name, options, defaultValue }: ChoiceFieldProps) {
  return (
    <fieldset>
      <legend className={FIELD_LABEL}>{label}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <label key={option.value} className={LINE}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              className={MARK}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export type CheckFieldProps = {
  name: string;
  isChecked: boolean;
  hint: string;
  children: ReactNode;
};

/** Something that is on or off once its form is sent. */
export function CheckField({ name, isChecked, hint, children }: CheckFieldProps) {
  const id = useId();
  return (
    <div>
      <label className={LINE}>
        <input
          type="checkbox"
          name={name}
          defaultChecked={isChecked}
          aria-describedby={id}
          className={MARK}
        />
        {children}
      </label>
      <p id={id} className={`${FIELD_HINT} max-w-[64ch] ps-6`}>
        {hint}
      </p>
    </div>
  );
}

const LINE = "flex min-h-11 cursor-pointer items-center gap-2 sm:min-h-8";
const MARK = "size-4 shrink-0 accent-primary";
