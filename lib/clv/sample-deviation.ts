import { at } from "#lib/stats/typed-array.ts";

/** The standard deviation of a sample of two or more, by n − 1. Worked: 1, 2, 3 have 1. */
export function sampleDeviation(sample: Float64Array): number {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const squares = sample.reduce((sum, _, i) => sum + (at(sample, i) - mean) ** 2, 0);
  return Math.sqrt(squares / (sample.length - 1));
}
