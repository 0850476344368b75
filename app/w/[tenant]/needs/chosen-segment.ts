import { requireReadable } from "#lib/lists/index.ts";
import type { NamedSegment } from "#lib/needs/types.ts";

/** The segment that an address names; null where it names none that is there. */
export function chosenSegment(
  segments: readonly NamedSegment[],
  asked: string | readonly string[] | undefined,
): NamedSegment | null {
  return segments.find(({ id }) => id === asked) ?? null;
}

/**
 * The segment that an address of a file names under `field`; null where it names none. All customers must not go out in the
 * place of a segment that is none.
 *
 * @throws DomainError `invalid_input` for a segment that is not there
 */
export function askedSegment(
  segments: readonly NamedSegment[],
  params: URLSearchParams,
  field: string,
): NamedSegment | null {
  const said = params.getAll(field).filter((text) => text !== "");
  const segment = chosenSegment(segments, said[0]);
  requireReadable(said.flatMap((value) => (value === segment?.id ? [] : [{ field, value }])));
  return segment;
}
