import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { weeklyOpenMs } from "#lib/calendars/open-intervals.ts";
import { addOpenTime, isOpenAt } from "#lib/calendars/open-time.ts";
import type { Calendar, CalendarVersion } from "#lib/calendars/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { hoursOf } from "./hours-of.ts";

const HOUR_MS = 3_600_000;
const EXAMPLE_HOURS = 8;

export type CalendarSummaryProps = {
  calendar: Calendar;
  inForce: CalendarVersion | null;
  nowMs: number;
  locale: string;
  timeZone: string;
};

/** Whether it is open now, how much of a week is, and when a target that starts now would be due. */
export function CalendarSummary(props: CalendarSummaryProps) {
  const { calendar, inForce, nowMs, locale, timeZone } = props;
  const t = useTranslations("settings.calendar");
  if (!inForce) return <Notice tone="info">{t("alwaysOpen")}</Notice>;
  const openMs = weeklyOpenMs(inForce.hours);
  const hours = t("hours", { count: openMs / HOUR_MS, hours: hoursOf(openMs, locale) });
  const dueMs = addOpenTime(calendar, nowMs, EXAMPLE_HOURS * HOUR_MS);
  const due = dueMs && formatInstant(new Date(dueMs).toISOString(), locale, timeZone);
  return (
    <Notice tone="info">
      {t(isOpenAt(calendar, nowMs) ? "openNow" : "closedNow", { hours })}{" "}
      {due ? t("example", { hours: EXAMPLE_HOURS, due }) : t("exampleNever")}
    </Notice>
  );
}
