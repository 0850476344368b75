"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Calendar } from "react-aria-components/Calendar";
import {
  DatePicker as AriaDatePicker,
  DatePickerStateContext,
} from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { Group } from "react-aria-components/Group";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import { cx } from "#lib/class-names.ts";
import { Button } from "./button.tsx";
import { toCalendarDay } from "./calendar-day.ts";
import { CalendarMonths } from "./calendar-months.tsx";
import type { DateFieldProps } from "./date-field.tsx";
import { DateParts } from "./date-parts.tsx";
import { CALENDAR_BUTTON, dateBox } from "./date-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, isBad } from "./field-style.ts";
import { POPOVER } from "./popover-style.ts";
import { TextField } from "./text-field.tsx";
import { useHydrated } from "./use-hydrated.ts";

export type DatePickerProps = DateFieldProps & {
  /** First and last day that may be chosen */
  min?: string;
  max?: string;
};

/** A day, typed or chosen in a calendar. */
export function DatePicker(props: DatePickerProps) {
  const isHydrated = useHydrated();
  const [day, setDay] = useState(props.defaultValue);
  const { min: _min, max: _max, ...plain } = props;
  if (isHydrated) return <LiveDatePicker {...props} {...(day ? { defaultValue: day } : {})} />;
  // What is typed before the page comes to life goes over into the live field.
  return <TextField {...plain} type="date" onChange={setDay} />;
}

function LiveDatePicker(props: DatePickerProps) {
  const { label, defaultValue, onChange, min, max, hint, errors, size, className, ...field } =
    props;
  return (
    <AriaDatePicker
      {...field}
      defaultValue={toCalendarDay(defaultValue)}
      minValue={toCalendarDay(min)}
      maxValue={toCalendarDay(max)}
      onChange={(day) => onChange?.(day?.toString() ?? null)}
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      shouldForceLeadingZeros
      className={cx("block min-w-0", className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <Group className={dateBox(size)}>
        <DateParts />
        <AriaButton className={CALENDAR_BUTTON}>
          <CalendarDays />
        </AriaButton>
      </Group>
      <FieldNotes hint={hint} errors={errors} />
      <Popover className={POPOVER}>
        <Dialog className="p-3 outline-none">
          <Calendar>
            <CalendarMonths months={1} look="day" />
          </Calendar>
          {!field.isRequired && <ClearDay />}
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}

function ClearDay() {
  const t = useTranslations("ui");
  const state = useContext(DatePickerStateContext);
  const clear = () => {
    state?.setValue(null);
    state?.setOpen(false);
  };
  return (
    <div className="mt-2 flex justify-end border-t border-hairline pt-2">
      <Button variant="quiet" size="sm" onPress={clear}>
        {t("clear")}
      </Button>
    </div>
  );
}
