import { at } from "#lib/stats/typed-array.ts";

/** Step of the slopes in logarithms: its square is far below what an interval shows. */
const LOG_STEP = 1e-3;

/** The variance that the parameters leave to a total, by its slopes in their logarithms (delta method); 0 without a covariance. */
export function deltaVariance(
  parameters: Float64Array,
  logCovariance: Float64Array | null,
  totalAt: (parameters: Float64Array) => number,
): number {
  if (!logCovariance) return 0;
  const n = parameters.length;
  const slopes = parameters.map((_, i) => {
    const shifted = (step: number) =>
      totalAt(parameters.map((value, j) => (i === j ? value * Math.exp(step) : value)));
    return (shifted(LOG_STEP) - shifted(-LOG_STEP)) / (2 * LOG_STEP);
  });
  return logCovariance.reduce(
    (sum, covariance, cell) =>
      sum + covariance * at(slopes, Math.floor(cell / n)) * at(slopes, cell % n),
    0,
  );
}
