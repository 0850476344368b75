import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { meanInterval } from "#lib/stats/mean-interval.ts";
import type { SampleMoments } from "#lib/stats/sample-moments.ts";
import { combineMoments } from "#lib/stats/sample-moments.ts";

/** Net Promoter Score −100..100 over the last score of each customer, with its 95 % interval; null for all who answered. */
export type SegmentNps = {
  segment: string | null;
  n: number;
  nps: number | null;
  interval: readonly [low: number, high: number] | null;
};

/** Fewer answers say too little. */
const LEAST_ANSWERS = 5;

/** The Net Promoter Score of each RFM segment and, last, of all; empty without a score. */
export async function listNpsBySegment(
  tx: TenantTx,
  { workspace }: Session,
): Promise<SegmentNps[]> {
  const rows = await tx.$queryRaw<(SampleMoments & { segment: string })[]>`
    SELECT coalesce(v.segment, 'no_orders') AS segment, count(*)::float8 AS n, avg(l.vote)::float8 AS mean,
      (var_pop(l.vote) * count(*))::float8 AS "squaredDeviations"
    FROM (
      SELECT DISTINCT ON (g.customer_id) g.customer_id, ${VOTE} AS vote
      FROM signal g
      WHERE g.tenant_id = ${workspace.id}::uuid AND g.customer_id IS NOT NULL AND g.metric = 'nps' AND g.score IS NOT NULL
      ORDER BY g.customer_id, g.occurred_on DESC, g.id DESC
    ) l LEFT JOIN customer_value v ON v.tenant_id = ${workspace.id}::uuid AND v.customer_id = l.customer_id
    GROUP BY 1 ORDER BY 1`;
  if (rows.length === 0) return [];
  return [...rows.map((row) => npsOf(row.segment, row)), npsOf(null, combineMoments(rows))];
}

/** 9 and 10 are for, up to 6 against. */
const VOTE = sql`CASE WHEN g.score >= 9 THEN 100 WHEN g.score <= 6 THEN -100 ELSE 0 END`;

function npsOf(segment: string | null, sample: SampleMoments): SegmentNps {
  const { n } = sample;
  if (n < LEAST_ANSWERS) return { segment, n, nps: null, interval: null };
  const interval = meanInterval(sample);
  return {
    ...{ segment, n, nps: sample.mean },
    interval: interval && [Math.max(-100, interval[0]), Math.min(100, interval[1])],
  };
}
