"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { weeklyOpenMs } from "#lib/calendars/open-intervals.ts";
import { type Interval, WEEKDAYS } from "#lib/calendars/types.ts";
import { DayRow } from "./day-row.tsx";
import { hoursOf } from "./hours-of.ts";
import type { HoursFieldsProps } from "./plain-hours.tsx";
import {
  copyMonday,
  dayIntervals,
  draftOf,
  officeWeek,
  type WeekDraft,
  wholeWeek,
} from "./week-draft.ts";

/** Seven days with their stretches, shortcuts to fill them, and what the week adds up to. */
export function WeekEditor({ values, errorsOf, locale }: HoursFieldsProps) {
  const t = useTranslations("settings.calendar");
  const [week, setWeek] = useState<WeekDraft>(() => draftOf(values));
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-xs text-muted">{t("shortcuts")}</span>
        <Button size="sm" onPress={() => setWeek(officeWeek())}>
          {t("officeHours")}
        </Button>
        <Button size="sm" onPress={() => setWeek(wholeWeek())}>
          {t("aroundTheClock")}
        </Button>
        <Button size="sm" onPress={() => setWeek(copyMonday)}>
          {t("copyMonday")}
        </Button>
      </div>
      <div className="mt-3 divide-y divide-hairline border-y border-hairline">
        {WEEKDAYS.map((weekday) => (
          <DayRow
            key={weekday}
            weekday={weekday}
            stretches={week[weekday]}
            errors={errorsOf(weekday)}
            onChange={(stretches) => setWeek((former) => ({ ...former, [weekday]: stretches }))}
          />
        ))}
      </div>
      <p role="status" className="mt-2 text-xs font-medium">
        {weekWords(week, locale, t)}
      </p>
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<"settings.calendar">>;

function weekWords(week: WeekDraft, locale: string, t: Words): string {
  const days = WEEKDAYS.map((weekday) => dayIntervals(week[weekday]));
  const whole = days.filter((day): day is readonly Interval[] => day !== null);
  if (whole.length < days.length) return t("weekUnclear");
  const openMs = weeklyOpenMs({ weekdays: whole });
  const hours = hoursOf(openMs, locale);
  return t("weekTotal", { hours: t("hours", { count: openMs / 3_600_000, hours }) });
}
