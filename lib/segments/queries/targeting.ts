import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { costPerBuyer, segmentMeasures } from "../segment-measures.ts";
import { readWeights } from "../targeting/schema.ts";
import { rankRanges, ranksOf, scoreTargets } from "../targeting/score-targets.ts";
import type { FactorFacts, Targeting, TargetNotes, TargetRow } from "../targeting/types.ts";
import { readSegmentFigures, type StoredFigures } from "./segment-figures.ts";

const MOST_SEGMENTS = 500;
const NOTES = {
  ...{ fit: true, capacity: true, competency: true },
  ...{ rank: true, rankWhy: true, notWhy: true, version: true },
} as const;
const NO_NOTES: TargetNotes = {
  ...{ fit: null, capacity: null, competency: null },
  ...{ rank: null, rankWhy: null, notWhy: null, version: 0 },
};

/** Every segment in use as a target, with the figures of the last day on which segments were computed. */
export async function getTargeting(tx: TenantTx, { workspace }: Session): Promise<Targeting> {
  const figures = await readSegmentFigures(tx);
  const policy = await tx.targetingPolicy.findFirst({ select: { weights: true, version: true } });
  const weights = readWeights(policy?.weights);
  const segments = await tx.customerSegment.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true, target: { select: NOTES } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_SEGMENTS,
  });
  const known = segments.map(({ id, name, target }) => ({
    ...{ segmentId: id, name, ...(target ?? NO_NOTES) },
    ...figuresOf(figures, id),
  }));
  const facts = known.map(
    (row): FactorFacts => ({
      ...{ size: row.customers, clv: row.clv?.value ?? null, cost: row.costToServe?.value ?? null },
      ...{ fit: row.fit, capacity: row.capacity, competency: row.competency },
    }),
  );
  const scores = scoreTargets(facts, weights);
  const ranks = ranksOf(scores.map(({ score }) => score));
  const ranges = rankRanges(facts, weights);
  const rows = known.map(
    (row, at): TargetRow => ({
      ...row,
      scales: scores[at]?.scales ?? NOTHING_KNOWN,
      score: scores[at]?.score ?? null,
      ...{ scoreRank: ranks[at] ?? null, range: ranges[at] ?? null },
    }),
  );
  return {
    computedOn: figures?.computedOn ?? null,
    currency: figures?.currency ?? workspace.currency,
    ...{ weights, weightsVersion: policy?.version ?? 0 },
    rows: rows.toSorted(byRank),
  };
}

/** One segment as a target, among all; null for one that does not exist or is archived. */
export async function findTarget(
  tx: TenantTx,
  session: Session,
  segmentId: string,
): Promise<{ targeting: Targeting; row: TargetRow } | null> {
  const targeting = await getTargeting(tx, session);
  const row = targeting.rows.find((each) => each.segmentId === segmentId);
  return row ? { targeting, row } : null;
}

const NOTHING_KNOWN: FactorFacts = {
  ...{ size: null, clv: null, fit: null, capacity: null, competency: null, cost: null },
};

function figuresOf(
  figures: StoredFigures | null,
  segmentId: string,
): Pick<TargetRow, "customers" | "clv" | "costToServe"> {
  const sums = figures?.segments.get(segmentId)?.sums;
  if (!figures || !sums) return { customers: null, clv: null, costToServe: null };
  return {
    customers: sums.customers,
    clv: segmentMeasures(sums, figures.all).clvPerCustomer,
    costToServe: costPerBuyer(sums),
  };
}

const LAST = Number.POSITIVE_INFINITY;

function byRank(one: TargetRow, other: TargetRow): number {
  return (
    compare(one.rank ?? LAST, other.rank ?? LAST) ||
    compare(one.scoreRank ?? LAST, other.scoreRank ?? LAST)
  );
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
