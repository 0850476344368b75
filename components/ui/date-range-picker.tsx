"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import {
  DateRangePicker as AriaDateRangePicker,
  DateRangePickerStateContext,
} from "react-aria-components/DateRangePicker";
import { Dialog } from "react-aria-components/Dialog";
import { Group } from "react-aria-components/Group";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import { RangeCalendar } from "react-aria-components/RangeCalendar";
import { cx } from "#lib/class-names.ts";
import { toCalendarDay } from "./calendar-day.ts";
import { CalendarMonths } from "./calendar-months.tsx";
import { DateParts } from "./date-parts.tsx";
import { CALENDAR_BUTTON, dateBox } from "./date-style.ts";
import { FieldNotes } from "./field-notes.tsx";
import { FIELD_LABEL, type FieldSize, isBad } from "./field-style.ts";
import { PlainRange } from "./plain-range.tsx";
import { POPOVER } from "./popover-style.ts";
import { type DayRange, PRESETS, type Preset, presetRange } from "./range-presets.ts";
import { useHydrated } from "./use-hydrated.ts";
import { useMediaQuery } from "./use-media-query.ts";

/** Days are YYYY-MM-DD, and sent so, both counted. */
export type DateRangePickerProps = {
  label: string;
  startName: string;
  endName: string;
  /** The day the named stretches count from */
  today: string;
  presets?: readonly Preset[];
  defaultValue?: DayRange | null;
  onChange?: (range: DayRange | null) => void;
  min?: string;
  max?: string;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  size?: FieldSize;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  className?: string;
};

/** A stretch of days: typed, chosen in a calendar, or by its name. */
export function DateRangePicker(props: DateRangePickerProps) {
  const isHydrated = useHydrated();
  const [early, setEarly] = useState<Partial<DayRange>>({});
  const { start = props.defaultValue?.start, end = props.defaultValue?.end } = early;
  if (isHydrated) {
    return (
      <LiveRangePicker {...props} {...(start && end ? { defaultValue: { start, end } } : {})} />
    );
  }
  // What is typed before the page comes to life goes over into the live field.
  const type = (typed: Partial<DayRange>) => setEarly((before) => ({ ...before, ...typed }));
  return <PlainRange {...props} onChange={type} />;
}

function LiveRangePicker(props: DateRangePickerProps) {
  const { label, today, presets = PRESETS, defaultValue, onChange, min, max, ...rest } = props;
  const { hint, errors, size, className, ...field } = rest;
  return (
    <AriaDateRangePicker
      {...field}
      defaultValue={toCalendarRange(defaultValue)}
      minValue={toCalendarDay(min)}
      maxValue={toCalendarDay(max)}
      onChange={(range) =>
        onChange?.(range && { start: range.start.toString(), end: range.end.toString() })
      }
      isInvalid={isBad(errors)}
      validationBehavior="aria"
      shouldForceLeadingZeros
      className={cx("block min-w-0", className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <Group className={dateBox(size)}>
        <DateParts slot="start" />
        <span aria-hidden="true" className="px-1 text-muted">
          –
        </span>
        <DateParts slot="end" />
        <AriaButton className={CALENDAR_BUTTON}>
          <CalendarDays />
        </AriaButton>
      </Group>
      <FieldNotes hint={hint} errors={errors} />
      <RangePopover today={today} presets={presets} />
    </AriaDateRangePicker>
  );
}

type NamedProps = Required<Pick<DateRangePickerProps, "today" | "presets">>;

function RangePopover({ today, presets }: NamedProps) {
  const isWide = useMediaQuery("(width >= 48rem)", true);
  const months = isWide ? 2 : 1;
  return (
    <Popover className={POPOVER}>
      <Dialog className="flex max-h-[inherit] flex-col overflow-auto outline-none md:flex-row">
        {presets.length > 0 && <PresetList today={today} presets={presets} />}
        <RangeCalendar visibleDuration={{ months }} className="p-3">
          <CalendarMonths months={months} look="range" />
        </RangeCalendar>
      </Dialog>
    </Popover>
  );
}

function PresetList({ today, presets }: NamedProps) {
  const t = useTranslations("ui");
  const state = useContext(DateRangePickerStateContext);
  const choose = (preset: Preset) => {
    state?.setValue(toCalendarRange(presetRange(preset, today)));
    state?.setOpen(false);
  };
  return (
    <ul aria-label={t("ranges")} className={PRESET_LIST}>
      {presets.map((preset) => (
        <li key={preset}>
          <AriaButton className={PRESET} onPress={() => choose(preset)}>
            {t(`presets.${preset}`)}
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}

function toCalendarRange(range: DayRange | null | undefined) {
  const start = toCalendarDay(range?.start);
  const end = toCalendarDay(range?.end);
  return start && end ? { start, end } : null;
}

const PRESET_LIST =
  "flex shrink-0 gap-0.5 border-hairline p-2 max-md:max-w-80 max-md:flex-wrap max-md:border-b " +
  "md:w-40 md:flex-col md:border-e";
const PRESET =
  "flex min-h-11 w-full items-center rounded-sm px-2 text-xs whitespace-nowrap enabled-hover:bg-raised " +
  "sm:min-h-8";
