import { renewalCounts } from "../contract-cohorts.ts";
import type { ClvWarning, ContractCohort } from "../types.ts";

/** One-sided chance of 2.5 %. */
const CLEARLY_RISING = 1.959963984540054;

/**
 * Whether more of those who are left go at each later renewal: then the model, in which hazard only falls, does not hold.
 *
 * Trend of losses over renewals, z of Cochran and Armitage: Armitage (1955), Tests for linear trends in proportions, Biometrics 11.
 * Worked: 10 of 100, then 30 of 100 lost gives z 3.5355.
 */
export function checkHazard(cohorts: readonly ContractCohort[]): ClvWarning[] {
  const longest = cohorts.reduce((most, { lost }) => Math.max(most, lost.length), 0);
  const points = Array.from({ length: longest }, (_, index) => renewalCounts(cohorts, index));
  const z = trendOf(points);
  if (!(z > CLEARLY_RISING)) return [];
  const [first] = points;
  const last = points.findLast(({ atRisk }) => atRisk >= 30) ?? points.at(-1);
  return [
    {
      ...{ code: "rising_hazard", level: "red" },
      values: { z, firstHazard: hazardOf(first), lastHazard: hazardOf(last) },
    },
  ];
}

type Point = { atRisk: number; lost: number };

/** The z of the trend; NaN where losses do not vary. */
export function trendOf(points: readonly Point[]): number {
  const sum = (of: (point: Point, at: number) => number) =>
    points.reduce((all, point, at) => all + of(point, at), 0);
  const all = sum(({ atRisk }) => atRisk);
  const share = sum(({ lost }) => lost) / all;
  const middle = sum(({ atRisk }, at) => atRisk * at) / all;
  const rise = sum(({ atRisk, lost }, at) => (at - middle) * (lost - atRisk * share));
  const spread = sum(({ atRisk }, at) => atRisk * (at - middle) ** 2);
  return rise / Math.sqrt(share * (1 - share) * spread);
}

function hazardOf(point: Point | undefined): number {
  return point && point.atRisk > 0 ? point.lost / point.atRisk : 0;
}
