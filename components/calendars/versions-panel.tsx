import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { weeklyOpenMs } from "#lib/calendars/open-intervals.ts";
import type { CalendarVersionRow } from "#lib/calendars/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { hoursOf } from "./hours-of.ts";

export type VersionsPanelProps = {
  versions: readonly CalendarVersionRow[];
  /** The day it is now in the workspace */
  today: string;
  locale: string;
  timeZone: string;
};

/** Every version of the hours with the days it is in force. */
export function VersionsPanel({ versions, today, locale, timeZone }: VersionsPanelProps) {
  const t = useTranslations("settings.calendar");
  const spanOf = ({ validFromOn, untilOn }: CalendarVersionRow) => {
    const from = formatDay(validFromOn, locale);
    if (untilOn === null) return t("fromOn", { from });
    return untilOn === "never" ? from : t("fromTo", { from, to: formatDay(untilOn, locale) });
  };
  return (
    <Panel title={t("versions")} caption={t("versionsCaption")} hasPadding={versions.length === 0}>
      {versions.length === 0 ? (
        <p className="text-muted">{t("noVersions")}</p>
      ) : (
        <Table label={t("versions")}>
          <thead>
            <tr>
              <Th>{t("inForce")}</Th>
              <Th>{t("state")}</Th>
              <Th align="end">{t("hoursAWeek")}</Th>
              <Th align="end">{t("differingCount")}</Th>
              <Th>{t("savedBy")}</Th>
              <Th>{t("savedAt")}</Th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.id}>
                <RowTh className="whitespace-nowrap">{spanOf(version)}</RowTh>
                <Td>
                  <Chip isMuted={stateOf(version, today) !== "now"}>
                    {t(`state_${stateOf(version, today)}`)}
                  </Chip>
                </Td>
                <Td align="end">{hoursOf(weeklyOpenMs(version.hours), locale)}</Td>
                <Td align="end">{formatNumber(version.hours.exceptions.length, locale)}</Td>
                <Td className="text-muted">{version.savedBy ?? t("unknownPerson")}</Td>
                <Td className="whitespace-nowrap text-muted">
                  {formatInstant(version.createdAt, locale, timeZone)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

function stateOf({ validFromOn, untilOn }: CalendarVersionRow, today: string) {
  if (untilOn === "never") return "replaced";
  if (validFromOn > today) return "coming";
  return untilOn === null || untilOn >= today ? "now" : "past";
}
