import { nextDay } from "#lib/time/index.ts";
import type { CalendarVersion, CalendarVersionRow } from "./types.ts";

/**
 * Until when each version is in force, the versions in the order of `Calendar`. "never" for one that another of the same day
 * replaced before it counted.
 */
export function versionEnds(
  versions: readonly Pick<CalendarVersion, "validFromOn">[],
): CalendarVersionRow["untilOn"][] {
  return versions.map(({ validFromOn }, at) => {
    const next = versions[at + 1];
    if (!next) return null;
    return next.validFromOn === validFromOn ? "never" : nextDay(next.validFromOn, -1);
  });
}
