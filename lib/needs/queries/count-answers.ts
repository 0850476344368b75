import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CountedAnswer } from "../measure-aspect.ts";
import type { CountedPair } from "../measure-kano.ts";
import { RATED_ASPECTS, type RatedAspect } from "../types.ts";
import { lastAnswers } from "./last-answers.ts";

/** How the aspects of one unit were answered. */
export type UnitAnswers = Readonly<Record<RatedAspect, readonly CountedAnswer[]>>;

export const NO_ANSWERS: UnitAnswers = { importance: [], satisfaction: [] };

type CountRow = CountedAnswer & { unit: string; aspect: RatedAspect };

/** How often each answer was given on importance and satisfaction, by unit. */
export async function countAnswers(
  tx: TenantTx,
  session: Session,
  units: Sql,
): Promise<Map<string, UnitAnswers>> {
  const rows = await tx.$queryRaw<CountRow[]>`
    SELECT unit, aspect, score, scale_min AS min, scale_max AS max, higher_is_better AS "higherIsBetter", count(*)::float8 AS count
    FROM (${lastAnswers(session, { units, aspects: RATED_ASPECTS })}) l GROUP BY 1, 2, 3, 4, 5, 6`;
  const byUnit = new Map<string, UnitAnswers>();
  for (const { unit, aspect, ...answer } of rows) {
    const known = byUnit.get(unit) ?? NO_ANSWERS;
    byUnit.set(unit, { ...known, [aspect]: [...known[aspect], answer] });
  }
  return byUnit;
}

type PairRow = {
  unit: string;
  soScore: number;
  soMin: number;
  soMax: number;
  soHigher: boolean;
  notScore: number;
  notMin: number;
  notMax: number;
  notHigher: boolean;
  count: number;
};

/** How many customers gave each pair of answers to "if it were so" and "if it were not so", by unit. */
export async function countPairs(
  tx: TenantTx,
  session: Session,
  units: Sql,
): Promise<Map<string, CountedPair[]>> {
  const aspects = ["kano_functional", "kano_dysfunctional"] as const;
  const rows = await tx.$queryRaw<PairRow[]>`
    WITH said AS (${lastAnswers(session, { units, aspects })})
    SELECT f.unit, f.score AS "soScore", f.scale_min AS "soMin", f.scale_max AS "soMax", f.higher_is_better AS "soHigher",
      d.score AS "notScore", d.scale_min AS "notMin", d.scale_max AS "notMax", d.higher_is_better AS "notHigher",
      count(*)::float8 AS count
    FROM said f JOIN said d ON d.unit = f.unit AND d.customer_id = f.customer_id AND d.aspect = ${aspects[1]}
    WHERE f.aspect = ${aspects[0]} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;
  const byUnit = new Map<string, CountedPair[]>();
  for (const row of rows) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), toPair(row)]);
  return byUnit;
}

function toPair(row: PairRow): CountedPair {
  return {
    ifSo: { score: row.soScore, min: row.soMin, max: row.soMax, higherIsBetter: row.soHigher },
    ifNotSo: {
      score: row.notScore,
      min: row.notMin,
      max: row.notMax,
      higherIsBetter: row.notHigher,
    },
    count: row.count,
  };
}
