import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { getCalendar, listCalendarVersions, setCalendar } from "#lib/calendars/index.ts";
import { openIntervalsOn } from "#lib/calendars/open-intervals.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { asApplication, storedEvents } from "#tests/support/audit.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const DAY = [{ from: "09:00", to: "17:00" }];
const CHRISTMAS = { on: "2026-12-25", name: "Christmas with Ada", intervals: [] };
const hours = { weekdays: [DAY, DAY, DAY, DAY, DAY, [], []], exceptions: [CHRISTMAS] };

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant({ timeZone: "Europe/Berlin" }));
});

type Given = { version?: number | "any"; validFromOn: string; weekdays?: typeof hours.weekdays };
const save = ({ version = "any", validFromOn, weekdays }: Given) =>
  withTenant(session, "workspace:write", (tx) =>
    setCalendar(tx, session, {
      ...{ version, validFromOn, now: NOW },
      hours: { ...hours, weekdays: weekdays ?? hours.weekdays },
    }),
  );
const calendar = (who = session) => withTenant(who, "workspace:read", (tx) => getCalendar(tx, who));

describe("setCalendar", () => {
  it("makes versions and keeps those before", async () => {
    await save({ validFromOn: "2026-01-01" });
    await save({ validFromOn: "2027-01-01", weekdays: [[], DAY, DAY, DAY, [], [], []] });
    const found = await calendar();
    expect(found.versions.map(({ validFromOn }) => validFromOn)).toEqual([
      "2026-01-01",
      "2027-01-01",
    ]);
    expect(openIntervalsOn(found, "2026-11-23")).toEqual(DAY);
    expect(openIntervalsOn(found, "2026-12-25")).toEqual([]);
    expect(openIntervalsOn(found, "2027-01-04")).toEqual([]);
    const rows = await withTenant(session, "workspace:read", listCalendarVersions);
    expect(rows.map(({ untilOn, savedBy }) => [untilOn, savedBy])).toEqual([
      [null, "Test owner"],
      ["2026-12-31", "Test owner"],
    ]);
  });

  it("writes what has changed into the audit log, without the names of days", async () => {
    await save({ validFromOn: "2026-01-01" });
    await save({ validFromOn: "2026-12-01", weekdays: [DAY, [], [], [], [], [], []] });
    const events = await storedEvents(session);
    expect(events.map(({ before, after }) => [before, after])).toEqual([
      [null, { validFromOn: "2026-01-01", openHoursAWeek: 40, differingDays: ["2026-12-25"] }],
      [
        { validFromOn: "2026-01-01", openHoursAWeek: 40, differingDays: ["2026-12-25"] },
        { validFromOn: "2026-12-01", openHoursAWeek: 8, differingDays: ["2026-12-25"] },
      ],
    ]);
    expect(JSON.stringify(events)).not.toContain("Ada");
  });

  it("lets the first begin in the past, and a later one today at the earliest", async () => {
    await save({ validFromOn: "2020-01-01" });
    await expect(save({ validFromOn: "2026-11-21" })).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { validFromOn: [expect.stringContaining("past")] } },
    });
    await save({ validFromOn: "2026-11-22" });
    expect((await calendar()).versions).toHaveLength(2);
  });

  it("refuses an old version of the settings as stale", async () => {
    await save({ version: 1, validFromOn: "2026-01-01" });
    const late = save({ version: 1, validFromOn: "2027-01-01" });
    await expect(late).rejects.toMatchObject({ code: "stale" });
    expect((await calendar()).versions).toHaveLength(1);
  });

  it("gives another workspace no hours", async () => {
    await save({ validFromOn: "2026-01-01" });
    const other = await makeTenant();
    expect((await calendar(other.session)).versions).toEqual([]);
  });

  it("leaves no way to change or remove a version", async () => {
    await save({ validFromOn: "2026-01-01" });
    for (const change of ["DELETE FROM business_calendar", "UPDATE business_calendar SET id = id"])
      await expect(asApplication(session, change)).rejects.toThrow("permission denied");
  });
});
