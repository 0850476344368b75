/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;
/** −ln 0.025: with no event at all the upper limit is exact. */
const NONE_BELOW = 3.6888794541139363;

/**
 * 95 % interval of an expected count of events that come independently of each other, from the `count` that came; within 1 % of the
 * exact limits from 5 events up. Events that cluster (one customer's third complaint) want a wider one.
 *
 * Source: Byar's approximation, Breslow and Day (1987), Statistical methods in cancer research II, p. 69.
 * Worked: 10 gives 4.7874 to 18.3915 (exact 4.7954 to 18.3904); 0 gives 0 to 3.6889.
 */
export function poissonInterval(count: number): readonly [low: number, high: number] {
  if (count === 0) return [0, NONE_BELOW];
  return [limit(count, -Z), limit(count + 1, Z)];
}

function limit(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
}
