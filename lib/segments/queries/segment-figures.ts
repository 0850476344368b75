import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { FigureSums } from "../figure-sums.ts";

/** The figures of segments as they stood on a day. */
export type StoredFigures = {
  /** YYYY-MM-DD */
  readonly computedOn: string;
  readonly finishedAt: Date;
  /** The run of lifetime value that they tell CLV by; null for none */
  readonly runId: string | null;
  readonly currency: string;
  readonly all: FigureSums;
  /** Of those in no segment of the primary segmentation */
  readonly rest: FigureSums;
  readonly segments: ReadonlyMap<string, SegmentFigures>;
};

/** What all customers came to on a day (YYYY-MM-DD). */
export type WholeFigures = { readonly computedOn: string; readonly sums: FigureSums };

/** The sums of all customers of the last day on which segments were computed, `fromDay` at the earliest; null where none was. */
export async function findWholeFigures(
  tx: TenantTx,
  fromDay: string,
): Promise<WholeFigures | null> {
  const whole = await tx.segmentRefresh.findFirst({
    where: { computedOn: { gte: new Date(fromDay) } },
    orderBy: { computedOn: "desc" },
    select: { computedOn: true, sums: true },
  });
  return whole && { computedOn: dayOf(whole.computedOn), sums: FigureSums.parse(whole.sums) };
}

/** Of a segment, and of those whose first segment of the primary segmentation it is; null where it is not part of it. */
export type SegmentFigures = {
  readonly sums: FigureSums;
  readonly primarySums: FigureSums | null;
  /** Which rule made them; null for a list, and for days before this was kept */
  readonly ruleVersion: number | null;
};

/**
 * The figures of the last day on or before `onDay` (YYYY-MM-DD; null: of the last day there is) on which segments were computed; null
 * where there was none. They stay as they were when members come and go later.
 */
export async function readSegmentFigures(
  tx: TenantTx,
  onDay: string | null = null,
): Promise<StoredFigures | null> {
  const whole = await tx.segmentRefresh.findFirst({
    where: onDay === null ? {} : { computedOn: { lte: new Date(onDay) } },
    orderBy: { computedOn: "desc" },
  });
  if (!whole) return null;
  const rows = await tx.segmentFigure.findMany({ where: { computedOn: whole.computedOn } });
  return {
    computedOn: dayOf(whole.computedOn),
    finishedAt: whole.finishedAt,
    runId: whole.runId,
    currency: whole.currency,
    all: FigureSums.parse(whole.sums),
    rest: FigureSums.parse(whole.rest),
    segments: new Map(
      rows.map(({ segmentId, sums, primarySums, ruleVersion }) => [
        segmentId,
        {
          ruleVersion,
          sums: FigureSums.parse(sums),
          primarySums: primarySums === null ? null : FigureSums.parse(primarySums),
        },
      ]),
    ),
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
