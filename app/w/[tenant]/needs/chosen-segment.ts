import type { TenantTx } from "#lib/db/with-tenant.ts";
import { requireReadable } from "#lib/lists/index.ts";
import type { NamedSegment } from "#lib/needs/types.ts";
import { findSegmentsNow } from "#lib/segments/index.ts";
import type { SegmentNow } from "#lib/segments/types.ts";

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

/** What is known of the chosen segment; null without one, and before anything was computed of it. */
export async function findSegmentNow(
  tx: TenantTx,
  segment: NamedSegment | null,
): Promise<SegmentNow | null> {
  return segment && ((await findSegmentsNow(tx, [segment.id])).get(segment.id) ?? null);
}
