import type { NamedSegment } from "#lib/needs/types.ts";

/** The segment that an address names; null where it names none that is there. */
export function chosenSegment(
  segments: readonly NamedSegment[],
  asked: string | readonly string[] | undefined,
): NamedSegment | null {
  return segments.find(({ id }) => id === asked) ?? null;
}
