import type { PolicyAdherence } from "./types.ts";

/** A file's header and its rows; null is an empty cell. */
export type AdherenceTable = { header: string[]; rows: (string | number | null)[][] };

/** What each tier and the floor were promised and what was kept; an empty tier is the floor. Shares 0..1 with their 95 % interval. */
export function adherenceTable(found: PolicyAdherence | null): AdherenceTable {
  const all = found ? [...found.tiers, { name: null, ...found.floor }] : [];
  return {
    header: [
      ...["tier", "promised_hours", "closed", "within", "share", "share_low", "share_high"],
      "open_late",
    ],
    rows: all.map(({ name, promisedHours, closed, within, late, interval }) => [
      ...[name, promisedHours, closed, within, closed === 0 ? null : within / closed],
      ...[interval?.[0] ?? null, interval?.[1] ?? null, late],
    ]),
  };
}
