const DAY_MS = 86_400_000;
// Intl is slow: offsets are kept per zone and UTC day, which serves all rows of that day.
const DAYS_KEPT = 100_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsetsByDay = new Map<string, Map<number, number | "changes">>();

/** Milliseconds that clocks in the zone (IANA name) are ahead of UTC at an instant. */
export function zoneOffsetMs(timeZone: string, utcMs: number): number {
  const day = Math.floor(utcMs / DAY_MS);
  const offsets = offsetsOf(timeZone);
  let known = offsets.get(day);
  if (known === undefined) {
    known = dayOffset(timeZone, day);
    if (offsets.size >= DAYS_KEPT) offsets.clear();
    offsets.set(day, known);
  }
  return known === "changes" ? exactOffsetMs(timeZone, utcMs) : known;
}

/**
 * The instant at which clocks in the zone show a local time, given as if it were UTC. An hour that comes
 * twice means its first coming; an hour that is left out is read by the clock as it stood before.
 */
export function localToUtcMs(timeZone: string, localMs: number): number {
  const before = zoneOffsetMs(timeZone, localMs - DAY_MS);
  const after = zoneOffsetMs(timeZone, localMs + DAY_MS);
  if (before === after || zoneOffsetMs(timeZone, localMs - before) === before)
    return localMs - before;
  return zoneOffsetMs(timeZone, localMs - after) === after ? localMs - after : localMs - before;
}

function offsetsOf(timeZone: string): Map<number, number | "changes"> {
  const known = offsetsByDay.get(timeZone);
  if (known) return known;
  const offsets = new Map<number, number | "changes">();
  offsetsByDay.set(timeZone, offsets);
  return offsets;
}

function dayOffset(timeZone: string, day: number): number | "changes" {
  const morning = exactOffsetMs(timeZone, day * DAY_MS);
  const evening = exactOffsetMs(timeZone, (day + 1) * DAY_MS - 1000);
  return morning === evening ? morning : "changes";
}

function exactOffsetMs(timeZone: string, utcMs: number): number {
  const parts = new Map<string, number>();
  for (const { type, value } of formatOf(timeZone).formatToParts(utcMs))
    parts.set(type, Number(value));
  const part = (type: string) => parts.get(type) ?? 0;
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(utcMs / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}
