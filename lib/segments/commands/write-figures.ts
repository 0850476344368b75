import "server-only";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { type FigureSums, sumAll } from "../figure-sums.ts";
import { countGroups, type Question } from "../queries/count-groups.ts";
import type { CountedGroup } from "../types.ts";

/** A segment whose figures are told; `primaryRank`: its place in the primary segmentation, null for none. */
export type CountedSegment = {
  readonly id: string;
  readonly primaryRank: number | null;
  /** Of the rule that is asked; null for a list */
  readonly ruleVersion: number | null;
  readonly question: Question;
};

export type FiguresInput = {
  readonly tenantId: string;
  readonly onDay: string;
  readonly runId: string | null;
  readonly currency: string;
  readonly segments: readonly CountedSegment[];
};

/**
 * Count and sum every segment, what is left of the primary segmentation, and how many customers each two have in common, in one pass;
 * a day's figures replace those of the same day, and what is the same is not written.
 */
export async function writeFigures(tx: TenantTx, input: FiguresInput): Promise<void> {
  const { tenantId, segments } = input;
  const questions = segments.map(({ question }) => question);
  const groups = await countGroups(tx, { tenantId, questions, isFull: true });
  const firsts = groups.map(({ met }) => firstOf(segments, met));
  const figures = segments.map((segment, at) => ({
    segmentId: segment.id,
    ruleVersion: segment.ruleVersion,
    sums: sumsOf(groups, ({ met }) => met[at] === true),
    primarySums: segment.primaryRank === null ? null : sumsOf(groups, (_, g) => firsts[g] === at),
  }));
  await writeEach(tx, input, figures);
  await writeWhole(tx, input, {
    sums: sumsOf(groups, () => true),
    rest: sumsOf(groups, (_, g) => firsts[g] === null),
  });
  await writeOverlaps(tx, input, pairsIn(groups, segments));
}

/** Where the first segment of the primary segmentation stands that a customer is in; null for none. */
function firstOf(segments: readonly CountedSegment[], met: readonly boolean[]): number | null {
  const ranked = segments.flatMap(({ primaryRank }, at) =>
    primaryRank !== null && met[at] ? [{ at, primaryRank }] : [],
  );
  return ranked.toSorted((a, b) => a.primaryRank - b.primaryRank)[0]?.at ?? null;
}

function sumsOf(
  groups: readonly CountedGroup[],
  isCounted: (group: CountedGroup, place: number) => boolean,
): FigureSums {
  return sumAll(groups.filter(isCounted).map(({ sums }) => sums));
}

type Figure = {
  segmentId: string;
  ruleVersion: number | null;
  sums: FigureSums;
  primarySums: FigureSums | null;
};

async function writeEach(
  tx: TenantTx,
  { tenantId, onDay }: FiguresInput,
  figures: readonly Figure[],
): Promise<void> {
  const rows = figures.map(({ segmentId, ruleVersion, sums, primarySums }) => ({
    segment_id: segmentId,
    rule_version: ruleVersion,
    customers: sums.customers,
    sums,
    primary_sums: primarySums,
  }));
  await tx.$executeRaw`
    INSERT INTO segment_figure (tenant_id, segment_id, computed_on, customers, sums, primary_sums, rule_version)
    SELECT ${tenantId}::uuid, r.segment_id, ${onDay}::date, r.customers, r.sums, r.primary_sums, r.rule_version
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (segment_id uuid, customers int, sums jsonb, primary_sums jsonb, rule_version int)
    LEFT JOIN segment_figure f ON f.tenant_id = ${tenantId}::uuid AND f.segment_id = r.segment_id AND f.computed_on = ${onDay}::date
    WHERE f.segment_id IS NULL OR (f.sums, f.primary_sums, f.rule_version) IS DISTINCT FROM (r.sums, r.primary_sums, r.rule_version)
    ON CONFLICT (tenant_id, segment_id, computed_on)
      DO UPDATE SET customers = excluded.customers, sums = excluded.sums, primary_sums = excluded.primary_sums,
        rule_version = excluded.rule_version`;
}

async function writeWhole(
  tx: TenantTx,
  { tenantId, onDay, runId, currency }: FiguresInput,
  whole: { sums: FigureSums; rest: FigureSums },
): Promise<void> {
  const computedOn = new Date(onDay);
  const row = { runId, currency, ...whole, finishedAt: new Date() };
  await tx.segmentRefresh.upsert({
    where: { tenantId_computedOn: { tenantId, computedOn } },
    create: { computedOn, ...row },
    update: row,
  });
}

type Pair = { firstId: string; secondId: string; customers: number };

/** Every two segments, the smaller id first, with the customers who are in both. */
function pairsIn(groups: readonly CountedGroup[], segments: readonly CountedSegment[]): Pair[] {
  const counts = new Map<string, number>();
  for (const { met, sums } of groups) {
    const inside = segments.flatMap(({ id }, at) => (met[at] ? [id] : [])).sort();
    for (const [at, first] of inside.entries())
      for (const second of inside.slice(at + 1)) {
        const pair = `${first} ${second}`;
        counts.set(pair, (counts.get(pair) ?? 0) + sums.customers);
      }
  }
  return [...counts].map(([pair, customers]) => {
    const [firstId = "", secondId = ""] = pair.split(" ");
    return { firstId, secondId, customers };
  });
}

async function writeOverlaps(
  tx: TenantTx,
  { tenantId }: FiguresInput,
  pairs: readonly Pair[],
): Promise<void> {
  const now = sql`SELECT * FROM unnest(${arrayLiteral(pairs.map(({ firstId }) => firstId))}::uuid[],
    ${arrayLiteral(pairs.map(({ secondId }) => secondId))}::uuid[],
    ${pairs.map(({ customers }) => customers)}::int[]) AS n (first_id, second_id, customers)`;
  await tx.$executeRaw`
    DELETE FROM segment_overlap o WHERE o.tenant_id = ${tenantId}::uuid
      AND NOT EXISTS (SELECT 1 FROM (${now}) n WHERE n.first_id = o.first_id AND n.second_id = o.second_id)`;
  await tx.$executeRaw`
    INSERT INTO segment_overlap (tenant_id, first_id, second_id, customers)
    SELECT ${tenantId}::uuid, n.first_id, n.second_id, n.customers FROM (${now}) n
    LEFT JOIN segment_overlap o ON o.tenant_id = ${tenantId}::uuid AND o.first_id = n.first_id AND o.second_id = n.second_id
    WHERE o.customers IS DISTINCT FROM n.customers
    ON CONFLICT (tenant_id, first_id, second_id) DO UPDATE SET customers = excluded.customers`;
}
