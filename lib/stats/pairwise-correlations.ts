import { at } from "./typed-array.ts";

/** What is left of a sum of squares below this share of it is rounding. */
const LEAST_VARIANCE = 1e-12;

/** Answers by column, all of one length; NaN where a case has none. */
export type Answers = { readonly outcome: Float64Array; readonly drivers: readonly Float64Array[] };

/** Correlations of `count` drivers with each other (by rows) and with the outcome. */
export type DriverCorrelations = {
  readonly count: number;
  readonly between: Float64Array;
  readonly withOutcome: Float64Array;
  /** Cases behind the correlation that rests on the fewest */
  readonly leastCases: number;
};

/**
 * Pearson's correlations of all drivers and the outcome, each from the cases that have both; null where a column does not vary.
 *
 * Such a table may fail to be one that whole cases could have: `relativeWeights` says so. Worked: complete columns give `pearson`.
 */
export function pairwiseCorrelations({ outcome, drivers }: Answers): DriverCorrelations | null {
  const count = drivers.length;
  const columns = [...drivers, outcome].map(centred);
  const between = new Float64Array(count * count).fill(1);
  const withOutcome = new Float64Array(count);
  let leastCases = outcome.length;
  for (const [i, one] of columns.entries())
    for (const [before, other] of columns.slice(0, i).entries()) {
      const found = correlate(one, other);
      if (!found) return null;
      leastCases = Math.min(leastCases, found.cases);
      if (i === count) withOutcome[before] = found.correlation;
      else {
        between[i * count + before] = found.correlation;
        between[before * count + i] = found.correlation;
      }
    }
  return { count, between, withOutcome, leastCases };
}

/** About 0, so that sums of squares in one pass cost no digits. */
function centred(column: Float64Array): Float64Array {
  let sum = 0;
  let cases = 0;
  for (let i = 0; i < column.length; i++) {
    const value = at(column, i);
    if (Number.isNaN(value)) continue;
    sum += value;
    cases += 1;
  }
  return column.map((value) => value - sum / cases);
}

function correlate(
  first: Float64Array,
  second: Float64Array,
): { correlation: number; cases: number } | null {
  let [cases, sumX, sumY, squaresX, squaresY, products] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [at(first, i), at(second, i)];
    if (Number.isNaN(x + y)) continue;
    cases += 1;
    sumX += x;
    sumY += y;
    squaresX += x * x;
    squaresY += y * y;
    products += x * y;
  }
  const varianceX = squaresX - (sumX * sumX) / cases;
  const varianceY = squaresY - (sumY * sumY) / cases;
  if (!(varianceX > LEAST_VARIANCE * squaresX && varianceY > LEAST_VARIANCE * squaresY))
    return null;
  const correlation = (products - (sumX * sumY) / cases) / Math.sqrt(varianceX * varianceY);
  return { correlation: Math.max(-1, Math.min(1, correlation)), cases };
}
