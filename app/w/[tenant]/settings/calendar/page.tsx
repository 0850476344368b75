import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarForm } from "#components/calendars/calendar-form.tsx";
import { CalendarSummary } from "#components/calendars/calendar-summary.tsx";
import { calendarTexts } from "#components/calendars/calendar-texts.ts";
import { VersionsPanel } from "#components/calendars/versions-panel.tsx";
import { WeekPanel } from "#components/calendars/week-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { getCalendar, listCalendarVersions } from "#lib/calendars/index.ts";
import { versionOn } from "#lib/calendars/open-intervals.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import { setCalendarAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.calendar");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function CalendarPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  const { workspace, formats } = session;
  const [t, settings, { calendar, rows, version }] = await Promise.all([
    getTranslations("settings.calendar"),
    getTranslations("settings"),
    withTenant(session, "workspace:read", async (tx) => ({
      calendar: await getCalendar(tx, session),
      rows: await listCalendarVersions(tx),
      version: (await getSettings(tx, session)).version,
    })),
  ]);
  const nowMs = Date.now();
  const today = dayInZone(workspace.timeZone, nowMs);
  const inForce = versionOn(calendar, today);
  const at = { locale: formats.locale, timeZone: workspace.timeZone };
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: settings("title"), href: `/w/${workspace.slug}/settings` },
          { label: t("title") },
        ]}
      />
      <PageHeader title={t("title")} purpose={t("purpose")} />
      <CalendarSummary calendar={calendar} inForce={inForce} nowMs={nowMs} {...at} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {session.permissions.has("workspace:write") && (
          <Panel title={t("edit")} caption={t("editCaption")}>
            <CalendarForm
              tenant={workspace.slug}
              version={version}
              stored={calendarTexts(rows[0]?.hours ?? null, today)}
              isFirst={rows.length === 0}
              locale={formats.locale}
              action={setCalendarAction}
            />
          </Panel>
        )}
        {inForce && <WeekPanel hours={inForce.hours} {...at} />}
      </div>
      <VersionsPanel versions={rows} today={today} {...at} />
    </>
  );
}
