import { wilsonInterval } from "./wilson-interval.ts";

/** So many of `n` cases. */
export type Share = { readonly count: number; readonly n: number };

/** An estimate between its limits. */
export type Bounded = {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
};

/**
 * 95 % interval of the difference of two independent shares, first − second, −1..1, by Newcombe's hybrid score; null without a
 * case on a side.
 *
 * Source: Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17,
 * method 10. Worked: 820 of 1,000 against 780 of 1,000 give 0.0049 to 0.0750.
 */
export function shareDifferenceInterval(
  first: Share,
  second: Share,
): readonly [low: number, high: number] | null {
  const [a, b] = [boundedShare(first), boundedShare(second)];
  return a && b && differenceInterval(a, b);
}

/**
 * Interval of first − second from the intervals of two independent estimates, by the method of variance estimates recovery (MOVER).
 *
 * Source: Zou and Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27, eq. 4.
 * Worked: 5 in 3 to 7 less 1 in 0 to 3 gives 4 in 1.1716 to 6.2361.
 */
export function differenceInterval(
  first: Bounded,
  second: Bounded,
): readonly [low: number, high: number] {
  const difference = first.value - second.value;
  const below = first.value - first.interval[0];
  const above = first.interval[1] - first.value;
  return [
    difference - Math.hypot(below, second.interval[1] - second.value),
    difference + Math.hypot(above, second.value - second.interval[0]),
  ];
}

/** A share, 0..1, with its Wilson interval; null without a case. */
export function boundedShare({ count, n }: Share): Bounded | null {
  const interval = wilsonInterval(count, n);
  return interval && { value: count / n, interval };
}
