"use client";

import { type ReactNode, useState } from "react";
import { DateField as AriaDateField } from "react-aria-components/DateField";
import { Label } from "react-aria-components/Label";
import { cx } from "#lib/class-names.ts";
import { toCalendarDay } from "./calendar-day.ts";
import { DateParts } from "./date-parts.tsx";
import { dateBox } from "./date-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, type FieldSize, isBad } from "./field-style.ts";
import { TextField } from "./text-field.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Days are YYYY-MM-DD, and sent so. */
export type DateFieldProps = {
  label: string;
  name: string;
  defaultValue?: string;
  onChange?: (day: string | null) => void;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  className?: string;
};

/** A day that is typed, such as a birthday: far from today, where a calendar only slows. */
export function DateField(props: DateFieldProps) {
  const isHydrated = useHydrated();
  const [day, setDay] = useState(props.defaultValue);
  if (isHydrated) return <LiveDateField {...props} {...(day ? { defaultValue: day } : {})} />;
  // What is typed before the page comes to life goes over into the live field.
  return <TextField {...props} type="date" onChange={setDay} />;
}

function LiveDateField(props: DateFieldProps) {
  const { label, defaultValue, onChange, hint, errors, size, className, ...field } = props;
  return (
    <AriaDateField
      {...field}
      defaultValue={toCalendarDay(defaultValue)}
      onChange={(day) => onChange?.(day?.toString() ?? null)}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      shouldForceLeadingZeros
      className={cx("block min-w-0", className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <DateParts className={dateBox(size)} />
      <FieldNotes hint={hint} errors={errors} />
    </AriaDateField>
  );
}
