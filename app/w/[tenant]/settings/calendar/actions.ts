"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { SetCalendar, setCalendar } from "#lib/calendars/index.ts";

/** Give the workspace opening hours from a day on. */
export const setCalendarAction = tenantAction({
  permission: "workspace:write",
  input: SetCalendar,
  run: (tx, session, input) => setCalendar(tx, session, { ...input, now: new Date() }),
  after: ({ workspace }) => revalidatePath(`/w/${workspace.slug}/settings`, "layout"),
});
