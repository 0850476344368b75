import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { hoursText } from "#lib/calendars/parse-hours.ts";
import { type CalendarHours, WEEKDAYS } from "#lib/calendars/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { DayBar } from "./week-bars.tsx";

export type WeekPanelProps = { hours: CalendarHours; timeZone: string; locale: string };

/** The week in force as a picture with its hours, and the days that differ. */
export function WeekPanel({ hours, timeZone, locale }: WeekPanelProps) {
  const t = useTranslations("settings.calendar");
  return (
    <Panel title={t("week")} caption={t("weekCaption", { timeZone })} hasPadding={false}>
      <Table label={t("week")}>
        <thead>
          <tr>
            <Th>{t("day")}</Th>
            <Th className="w-full">{t("pictureColumn")}</Th>
            <Th>{t("hoursColumn")}</Th>
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday, at) => {
            const intervals = hours.weekdays[at] ?? [];
            return (
              <tr key={weekday}>
                <RowTh>{t(`weekdays.${weekday}`)}</RowTh>
                <Td>
                  <DayBar intervals={intervals} className="h-4 min-w-32" />
                </Td>
                <Td className="whitespace-nowrap">{hoursText(intervals) || t("closed")}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {hours.exceptions.length > 0 && (
        <div className="border-t border-hairline px-4 py-3 sm:px-5">
          <h3 className="text-xs">{t("differing")}</h3>
          <ul className="mt-1 grid gap-1 text-xs">
            {hours.exceptions.map(({ on, name, intervals }) => (
              <li key={on} className="flex flex-wrap gap-x-2">
                <span className="whitespace-nowrap">{formatDay(on, locale)}</span>
                <span className="min-w-0 break-words text-muted">{name}</span>
                <span className="ms-auto whitespace-nowrap">
                  {hoursText(intervals) || t("closed")}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
