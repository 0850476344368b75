import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { readSegmentFigures, segmentMeasures } from "#lib/segments/index.ts";
import { nextDay } from "#lib/time/index.ts";
import type { SegmentNumbers } from "../types.ts";

/** What is compared with is at least so many days older. */
const A_MONTH_DAYS = 28;

type Figures = NonNullable<Awaited<ReturnType<typeof readSegmentFigures>>>;

/** The numbers of segments as last computed, and a month before in the same currency; a segment without any is left out. */
export async function findSegmentNumbers(
  tx: TenantTx,
  segmentIds: readonly string[],
): Promise<Map<string, SegmentNumbers>> {
  const now = segmentIds.length === 0 ? null : await readSegmentFigures(tx);
  if (!now) return new Map();
  const older = await readSegmentFigures(tx, nextDay(now.computedOn, -A_MONTH_DAYS));
  const before = older?.currency === now.currency ? older : null;
  const { computedOn, currency } = now;
  return new Map(
    segmentIds.flatMap((id) => {
      const measures = measuresOf(now, id);
      const then = before && measuresOf(before, id);
      if (!measures) return [];
      const past = before && then && { computedOn: before.computedOn, measures: then };
      return [[id, { computedOn, currency, now: measures, before: past }]];
    }),
  );
}

function measuresOf({ segments, all }: Figures, id: string) {
  const figures = segments.get(id);
  return figures ? segmentMeasures(figures.sums, all) : null;
}
