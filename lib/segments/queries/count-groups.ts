import "server-only";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { FigureSums, NO_SUMS } from "../figure-sums.ts";
import type { PlacedTest, TestGroup } from "../resolved-rule.ts";
import type { CountedGroup } from "../types.ts";
import { factsFor, partSql } from "./compile-rule.ts";

/** What is asked of each customer: a part of a rule, or whether a list has them today. */
export type Question =
  | { readonly kind: "part"; readonly part: TestGroup | PlacedTest }
  | { readonly kind: "list"; readonly segmentId: string };

export type Counting = {
  readonly tenantId: string;
  readonly questions: readonly Question[];
  /** With every sum; without it, customers and CLV only */
  readonly isFull: boolean;
  /** Only customers of so many of the `SLOTS`, as a sample; null or left out for all */
  readonly slots?: number | null;
};

/** Bits of one number of PostgreSQL that are safe to use. */
export const QUESTIONS_AT_ONCE = 60;

/**
 * Count all customers of a workspace in one pass over their facts, by which of the questions each meets: every count of a rule, of its
 * conditions and of what they have in common follows from these groups.
 */
export async function countGroups(
  tx: TenantTx,
  { tenantId, questions, isFull, slots = null }: Counting,
): Promise<CountedGroup[]> {
  await tx.$queryRaw`SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`;
  const parts = questions.flatMap((question) => (question.kind === "part" ? [question.part] : []));
  const rows = await tx.$queryRaw<({ mask: string } & Partial<FigureSums>)[]>`
    SELECT mask::text AS mask, ${isFull ? ALL_SUMS : FEW_SUMS}
    FROM (SELECT ${maskSql(questions, tenantId)} AS mask, f.* ${factsFor(parts, tenantId, slots)}) f GROUP BY mask`;
  return rows.map(({ mask, ...sums }) => ({
    met: readMask(mask, questions.length),
    sums: FigureSums.parse({ ...NO_SUMS, ...sums }),
  }));
}

/**
 * Which of the questions a row `f` meets: one number for up to `QUESTIONS_AT_ONCE`, which is fast to group by; a text of several
 * with commas between them for more.
 */
export function maskSql(questions: readonly Question[], tenantId: string): Sql {
  const numbers = Array.from(
    { length: Math.ceil(questions.length / QUESTIONS_AT_ONCE) },
    (_, at) => {
      const some = questions.slice(at * QUESTIONS_AT_ONCE, (at + 1) * QUESTIONS_AT_ONCE);
      const bits = some.map(
        (each, bit) =>
          sql`CASE WHEN ${questionSql(each, tenantId)} THEN ${2n ** BigInt(bit)}::bigint ELSE 0 END`,
      );
      return sql`(${join(bits, " | ")})`;
    },
  );
  if (numbers.length === 0) return sql`0::bigint`;
  return numbers.length === 1 ? join(numbers) : sql`concat_ws(',', ${join(numbers)})`;
}

function questionSql(question: Question, tenantId: string): Sql {
  if (question.kind === "part") return partSql(question.part);
  return sql`f.customer_id IN (SELECT m.customer_id FROM segment_member m
    WHERE m.tenant_id = ${tenantId}::uuid AND m.segment_id = ${question.segmentId}::uuid AND m.valid_to IS NULL)`;
}

function readMask(mask: string, count: number): boolean[] {
  const numbers = mask.split(",").map(BigInt);
  return Array.from(
    { length: count },
    (_, at) =>
      (((numbers[Math.floor(at / QUESTIONS_AT_ONCE)] ?? 0n) >> BigInt(at % QUESTIONS_AT_ONCE)) &
        1n) ===
      1n,
  );
}

const FEW_SUMS = sql`count(*)::int AS customers, count(f.clv_minor)::int AS scored,
  coalesce(sum(f.clv_minor), 0)::text AS "clvMinor", coalesce(sum(f.at_risk_minor), 0)::text AS "atRiskMinor"`;

const ALL_SUMS = sql`${FEW_SUMS},
  coalesce(sum(f.clv_minor::float8 * f.clv_minor::float8), 0) AS "clvSquares",
  count(f.p_alive)::int AS alive, coalesce(sum(f.p_alive), 0) AS "aliveSum",
  coalesce(sum(f.p_alive * f.p_alive), 0) AS "aliveSquares",
  count(f.revenue_minor)::int AS buyers, coalesce(sum(f.revenue_minor), 0)::text AS "revenueMinor",
  count(f.profit_minor)::int AS profitable, coalesce(sum(f.profit_minor), 0)::text AS "profitMinor",
  coalesce(sum(f.cost_to_serve_minor), 0)::text AS "costToServeMinor",
  coalesce(sum(f.cost_to_serve_minor::float8 * f.cost_to_serve_minor::float8), 0) AS "costToServeSquares",
  sum(f.promoters)::int AS promoters, sum(f.passives)::int AS passives, sum(f.detractors)::int AS detractors,
  sum(f.recent_complaints)::int AS complaints, (count(*) FILTER (WHERE f.recent_complaints > 0))::int AS complainers`;
