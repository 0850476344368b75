import "server-only";
import { getRun, tierOfValue } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { nextDay } from "#lib/time/index.ts";
import { segmentMeasures } from "../segment-measures.ts";
import type { SegmentNow, SegmentNumbers } from "../types.ts";
import { readSegmentFigures, type StoredFigures } from "./segment-figures.ts";

/** What is compared with is at least so many days older. */
const A_MONTH_DAYS = 28;

/** What is shown of segments wherever they are used, as last computed; a segment without figures is left out. */
export async function findSegmentsNow(
  tx: TenantTx,
  segmentIds: readonly string[],
): Promise<Map<string, SegmentNow>> {
  const figures = segmentIds.length === 0 ? null : await readSegmentFigures(tx);
  return figures ? standingOf(tx, segmentIds, figures) : new Map();
}

/** The same, with the measures of a month before in the same currency. */
export async function findSegmentNumbers(
  tx: TenantTx,
  segmentIds: readonly string[],
): Promise<Map<string, SegmentNumbers>> {
  const figures = segmentIds.length === 0 ? null : await readSegmentFigures(tx);
  if (!figures) return new Map();
  const older = await readSegmentFigures(tx, nextDay(figures.computedOn, -A_MONTH_DAYS));
  const past = older?.currency === figures.currency ? older : null;
  const standing = await standingOf(tx, segmentIds, figures);
  return new Map(
    [...standing].map(([id, now]) => {
      const measures = past && measuresOf(past, id);
      return [id, { ...now, before: measures && { computedOn: past.computedOn, measures } }];
    }),
  );
}

async function standingOf(
  tx: TenantTx,
  segmentIds: readonly string[],
  figures: StoredFigures,
): Promise<Map<string, SegmentNow>> {
  const { computedOn, currency, runId } = figures;
  const run = runId === null ? null : await getRun(tx, runId);
  const tierOf = (mean: number | null) =>
    mean === null || !run?.totals ? null : tierOfValue(run.totals, mean);
  return new Map(
    segmentIds.flatMap((id) => {
      const now = measuresOf(figures, id);
      if (!now) return [];
      const customers = figures.segments.get(id)?.sums.customers ?? 0;
      const tier = tierOf(now.clvPerCustomer.value);
      return [[id, { computedOn, currency, customers, tier, now }]];
    }),
  );
}

function measuresOf({ segments, all }: StoredFigures, id: string) {
  const figures = segments.get(id);
  return figures ? segmentMeasures(figures.sums, all) : null;
}
