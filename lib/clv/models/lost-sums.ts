import { at, intAt } from "#lib/stats/typed-array.ts";
import type { Bucket } from "../purchase-cells.ts";
import type { Scratch } from "./lost-chances.ts";

/**
 * Weighted sums over a bucket. `lost`: chance of being lost; `spread` = lost · (1 − lost), its slope in ln odds. `Log`, `Slope` and
 * `Curve` stand for ln((α+T)/(α+t_x)) and its first and second derivative in α, by which each is multiplied.
 */
export type LostSums = {
  lost: number;
  lostLog: number;
  lostSlope: number;
  lostCurve: number;
  spread: number;
  spreadLog: number;
  spreadSlope: number;
  spreadLogLog: number;
  spreadLogSlope: number;
  spreadSlopeSlope: number;
};

/** All sums that the derivatives of Σ ln(1 + odds) are made of, in one pass over `scratch.lost`. */
export function sumLost({ lastDays, ageDays, weights }: Bucket, scratch: Scratch): LostSums {
  const { logs, inverses, lost } = scratch;
  let [allLost, lostLog, lostSlope, lostCurve] = [0, 0, 0, 0];
  let [allSpread, spreadLog, spreadSlope] = [0, 0, 0];
  let [spreadLogLog, spreadLogSlope, spreadSlopeSlope] = [0, 0, 0];
  for (let i = 0; i < lastDays.length; i++) {
    const last = intAt(lastDays, i);
    const age = intAt(ageDays, i);
    const inverseLast = at(inverses, last);
    const inverseAge = at(inverses, age);
    const log = at(logs, age) - at(logs, last);
    const slope = inverseAge - inverseLast;
    const chance = at(lost, i);
    const weighted = weights ? at(weights, i) * chance : chance;
    const spread = weighted * (1 - chance);
    allLost += weighted;
    lostLog += weighted * log;
    lostSlope += weighted * slope;
    lostCurve += weighted * (inverseLast * inverseLast - inverseAge * inverseAge);
    allSpread += spread;
    spreadLog += spread * log;
    spreadSlope += spread * slope;
    spreadLogLog += spread * log * log;
    spreadLogSlope += spread * log * slope;
    spreadSlopeSlope += spread * slope * slope;
  }
  return {
    lost: allLost,
    lostLog,
    lostSlope,
    lostCurve,
    spread: allSpread,
    spreadLog,
    spreadSlope,
    spreadLogLog,
    spreadLogSlope,
    spreadSlopeSlope,
  };
}
