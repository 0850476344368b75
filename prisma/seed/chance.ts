/** Numbers that look random and are the same for the same seed. */
export type Chance = {
  /** Uniform in [0, 1). */
  next: () => number;
  /** A whole number from 0 to `below` - 1. */
  whole: (below: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** Exponential with the given mean. */
  exponential: (mean: number) => number;
  /** Log-normal around `median`; `spread` is the standard deviation of the logarithm. */
  logNormal: (median: number, spread: number) => number;
};

/** A generator (mulberry32) that starts from `seed`. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[whole(from.length)];
    if (picked === undefined) throw new Error("There is nothing to pick from.");
    return picked;
  };
  const exponential = (mean: number) => -mean * Math.log(1 - next());
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    whole,
    pick,
    exponential,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
  };
}
