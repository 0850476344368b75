"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "react-aria-components/Button";
import {
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from "react-aria-components/Calendar";
import { useLocale } from "react-aria-components/I18nProvider";
import { cx } from "#lib/class-names.ts";
import { buttonStyle } from "./button-style.ts";

export type CalendarMonthsProps = {
  /** Months side by side */
  months: 1 | 2;
  /** How a day in sight is marked: alone, or as part of a stretch */
  look: "day" | "range";
};

/** The months of a Calendar or RangeCalendar, with the way to the months before and after. */
export function CalendarMonths({ months, look }: CalendarMonthsProps) {
  const { direction } = useLocale();
  const offsets = months === 1 ? [0] : [0, 1];
  // Arabic and its neighbours have no short names: theirs are the long ones.
  const weekdays = direction === "rtl" ? "narrow" : "short";
  return (
    <div className="flex gap-6">
      {offsets.map((offset) => (
        <div key={offset}>
          <div className="mb-2 flex h-11 items-center sm:h-8">
            {offset === 0 && (
              <Button slot="previous" className={TURN}>
                <ChevronLeft className="rtl:-scale-x-100" />
              </Button>
            )}
            <CalendarHeading offset={{ months: offset }} className="flex-1 text-center" />
            {offset === months - 1 && (
              <Button slot="next" className={TURN}>
                <ChevronRight className="rtl:-scale-x-100" />
              </Button>
            )}
          </div>
          <CalendarGrid offset={{ months: offset }} weekdayStyle={weekdays}>
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className={WEEKDAY}>{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => <CalendarCell date={date} className={look === "day" ? DAY : RANGE_DAY} />}
            </CalendarGridBody>
          </CalendarGrid>
        </div>
      ))}
    </div>
  );
}

const TURN = buttonStyle({ variant: "quiet", isIcon: true });
const WEEKDAY = "pb-1 text-center text-2xs font-normal text-muted";
const CELL =
  "grid h-10 w-9 min-[360px]:w-10 cursor-pointer place-items-center text-xs tabular-nums outline-focus forced-color-adjust-none " +
  "data-[hovered]:bg-raised data-[outside-month]:invisible data-[disabled]:cursor-default data-[disabled]:opacity-50 " +
  "data-[unavailable]:line-through data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 " +
  "data-[today]:font-semibold data-[today]:text-primary sm:h-8 sm:w-9 ";
const CHOSEN = "data-[selected]:bg-primary! data-[selected]:text-on-primary!";
const DAY = cx(CELL, CHOSEN, "rounded-sm");
const RANGE_DAY = cx(
  CELL,
  "data-[selected]:bg-tint-primary data-[selection-start]:rounded-s-sm data-[selection-end]:rounded-e-sm",
  "data-[selection-start]:bg-primary! data-[selection-start]:text-on-primary!",
  "data-[selection-end]:bg-primary! data-[selection-end]:text-on-primary! forced-colors:data-[selected]:underline",
);
