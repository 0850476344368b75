import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { AuditFields } from "#lib/audit/types.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import { raiseSettingsVersion } from "#lib/workspaces/index.ts";
import { weeklyOpenMs } from "../open-intervals.ts";
import { getCalendar } from "../queries.ts";
import type { SetCalendar } from "../schema.ts";
import type { CalendarHours, CalendarVersion } from "../types.ts";

const HOUR_MS = 3_600_000;

/**
 * Give the workspace opening hours from a day on, as a new version: those before stay, so that old clocks can be explained.
 * The first one may begin in the past, a later one today at the earliest.
 *
 * @throws DomainError `invalid_input` for a day that is past, `stale`
 */
export async function setCalendar(
  tx: TenantTx,
  session: Session,
  { version, validFromOn, hours, now }: Omit<SetCalendar, "isAlwaysClosed"> & { now: Date },
): Promise<void> {
  const { timeZone, versions } = await getCalendar(tx, session);
  const last = versions.at(-1) ?? null;
  if (last && validFromOn < dayInZone(timeZone, now.getTime())) throw past();
  await raiseSettingsVersion(tx, session, version);
  const id = newId();
  await tx.businessCalendar.create({
    data: {
      id,
      validFromOn: new Date(validFromOn),
      hours: storedForm(hours),
      createdBy: session.actor.kind === "member" ? session.actor.accountId : null,
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "workspace.calendar_changed",
    object: { type: "business_calendar", id },
    ...(last ? { before: factsOf(last) } : {}),
    after: factsOf({ validFromOn, hours }),
  });
}

/** Plain arrays and objects, as a JSON column takes them. */
function storedForm({ weekdays, exceptions }: CalendarHours) {
  const plain = (intervals: CalendarHours["weekdays"][number]) =>
    intervals.map(({ from, to }) => ({ from, to }));
  return {
    weekdays: weekdays.map(plain),
    exceptions: exceptions.map(({ on, name, intervals }) => ({
      on,
      name,
      intervals: plain(intervals),
    })),
  };
}

/** The name of a day off is free text and stays out of the audit log. */
function factsOf({
  validFromOn,
  hours,
}: Pick<CalendarVersion, "validFromOn" | "hours">): AuditFields {
  return {
    validFromOn,
    openHoursAWeek: weeklyOpenMs(hours) / HOUR_MS,
    differingDays: hours.exceptions.map(({ on }) => on),
  };
}

function past(): DomainError {
  const message = "This day is past, and its clocks have been told. Choose today or a later day.";
  return new DomainError("invalid_input", message, { fields: { validFromOn: [message] } });
}
