import type { TenantTx } from "#lib/db/with-tenant.ts";
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

/** What is known of the chosen segment; null without one, and before anything was computed of it. */
export async function findSegmentNow(
  tx: TenantTx,
  segment: NamedSegment | null,
): Promise<SegmentNow | null> {
  return segment && ((await findSegmentsNow(tx, [segment.id])).get(segment.id) ?? null);
}
