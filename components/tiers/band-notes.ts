import type { StandingValue } from "#lib/lookup/types.ts";

/** What is said beside the band of a value, in order: the mean where the role may read it, that it lies above the band, and what the band is. */
export function bandNotes({
  expectedMinor,
  isAboveBand,
}: Pick<StandingValue, "expectedMinor" | "isAboveBand">): (
  | "expected"
  | "aboveBand"
  | "bandNote"
)[] {
  return [
    ...(expectedMinor === null ? [] : (["expected"] as const)),
    ...(isAboveBand ? (["aboveBand"] as const) : []),
    "bandNote",
  ];
}
