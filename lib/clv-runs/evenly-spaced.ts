/** What-if counts again for so many customers at most. */
const MOST_SAMPLED = 2000;

/** Evenly spaced places of a column of `length`: all of them, or two thousand. */
export function evenlySpaced(length: number): number[] {
  const count = Math.min(length, MOST_SAMPLED);
  return Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * length) / count));
}
