import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { answersIn, type NpsCounts, netPromoterScore } from "#lib/stats/nps.ts";
import { dayInZone } from "#lib/time/index.ts";

/**
 * Net Promoter Score −100..100 over the last score of each customer within twelve months, with its 95 % interval; null for all who
 * answered.
 */
export type SegmentNps = {
  segment: string | null;
  n: number;
  nps: number | null;
  interval: readonly [low: number, high: number] | null;
};

/** Fewer answers say too little. */
const LEAST_ANSWERS = 5;

type Counted = NpsCounts & { segment: string };

/**
 * The Net Promoter Score of each RFM segment and, last, of all, of the twelve months up to today; empty without a score. Counted as
 * the figures of segments count it.
 */
export async function listNpsBySegment(
  tx: TenantTx,
  { workspace }: Session,
): Promise<SegmentNps[]> {
  const today = dayInZone(workspace.timeZone, (await databaseNow(tx)).getTime());
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT coalesce(v.segment, 'no_orders') AS segment, (count(*) FILTER (WHERE l.score >= 9))::int AS promoters,
      (count(*) FILTER (WHERE l.score > 6 AND l.score < 9))::int AS passives,
      (count(*) FILTER (WHERE l.score <= 6))::int AS detractors
    FROM (
      SELECT DISTINCT ON (g.customer_id) g.customer_id, g.score FROM signal g
      WHERE g.tenant_id = ${workspace.id}::uuid AND g.audience = 'customer' AND g.customer_id IS NOT NULL
        AND g.metric = 'nps' AND g.score IS NOT NULL
        AND g.occurred_on > ${today}::date - interval '12 months' AND g.occurred_on <= ${today}::date
      ORDER BY g.customer_id, g.occurred_on DESC, g.occurred_at DESC NULLS LAST, g.id DESC
    ) l LEFT JOIN customer_value v ON v.tenant_id = ${workspace.id}::uuid AND v.customer_id = l.customer_id
    GROUP BY 1 ORDER BY 1`;
  if (rows.length === 0) return [];
  return [...rows.map((row) => npsOf(row.segment, row)), npsOfAll(sumOf(rows))];
}

/** The score of all who answered, by their counts. */
export function npsOfAll(counts: NpsCounts): SegmentNps {
  return npsOf(null, counts);
}

function npsOf(segment: string | null, counts: NpsCounts): SegmentNps {
  const n = answersIn(counts);
  const score = n < LEAST_ANSWERS ? null : netPromoterScore(counts);
  return { segment, n, nps: score?.value ?? null, interval: score?.interval ?? null };
}

function sumOf(rows: readonly NpsCounts[]): NpsCounts {
  const sum = (name: keyof NpsCounts) => rows.reduce((total, row) => total + row[name], 0);
  return {
    promoters: sum("promoters"),
    passives: sum("passives"),
    detractors: sum("detractors"),
  };
}
