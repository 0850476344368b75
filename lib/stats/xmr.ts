/** Why a point of an XmR chart is a signal, strongest first. */
export type XmrSignal = "outside" | "run" | "two_of_three";

/** `movingRange` = |value − the value before|; null at the start and beside a gap. */
export type XmrPoint = {
  value: number | null;
  movingRange: number | null;
  signal: XmrSignal | null;
};

/** A process in limits. `rangeLimit` is the upper limit of the moving range; all in the unit of the values. */
export type Xmr = {
  centre: number;
  meanRange: number;
  lower: number;
  upper: number;
  rangeLimit: number;
  points: readonly XmrPoint[];
};

/** 3 / d₂ and D₄ for ranges of two values; d₂ = 1.128. */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.268;
const D2 = 1.128;
const RUN_LENGTH = 8;
/** Limits from fewer values swing too much to call anything a signal. */
const LEAST_VALUES = 5;

/**
 * Natural process limits of single values in time order: centre X̄, limits X̄ ± 2.66 mR̄, range limit 3.268 mR̄.
 *
 * X̄ (mean) and mR̄ (mean moving range) come from the first `baseline` places. Signals: a point outside the limits; eight in
 * a row on one side of the centre; two of three in a row beyond 2σ (σ = mR̄ / 1.128) on one side. A gap (null) breaks no run and
 * makes no range. Null where the baseline holds fewer than 5 values or no two neighbours.
 * Source: Wheeler, Understanding Variation (1993), ch. 3; zone rules: Western Electric (1956).
 * Worked: 32, 35, 31, 38, 36, 30, 34, 33, 37 give X̄ 34, mR̄ 3.875, limits 23.6925 and 44.3075, range limit 12.6635.
 */
export function xmr(values: readonly (number | null)[], baseline = values.length): Xmr | null {
  const ranges = values.map((value, index) => movingRange(values[index - 1] ?? null, value));
  const base = values.slice(0, baseline).filter((value) => value !== null);
  const baseRanges = ranges.slice(0, baseline).filter((range) => range !== null);
  if (base.length < LEAST_VALUES || baseRanges.length === 0) return null;
  const centre = mean(base);
  const meanRange = mean(baseRanges);
  const lower = centre - LIMIT_FACTOR * meanRange;
  const upper = centre + LIMIT_FACTOR * meanRange;
  const limits = { centre, lower, upper, twoSigma: (2 * meanRange) / D2 };
  const signals = signalsOf(values, limits);
  return {
    centre,
    meanRange,
    lower,
    upper,
    rangeLimit: RANGE_FACTOR * meanRange,
    points: values.map((value, index) => ({
      value,
      movingRange: ranges[index] ?? null,
      signal: signals.get(index) ?? null,
    })),
  };
}

type Limits = { centre: number; lower: number; upper: number; twoSigma: number };
type Placed = { index: number; value: number };

function signalsOf(values: readonly (number | null)[], limits: Limits): Map<number, XmrSignal> {
  const placed = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const signals = new Map<number, XmrSignal>();
  // Later rules are stronger and take the place of earlier ones.
  for (const { index } of pairsBeyond(placed, limits)) signals.set(index, "two_of_three");
  for (const { index } of longRuns(placed, limits)) signals.set(index, "run");
  for (const { index, value } of placed)
    if (value < limits.lower || value > limits.upper) signals.set(index, "outside");
  return signals;
}

function longRuns(placed: readonly Placed[], { centre }: Limits): Placed[] {
  const runs: Placed[][] = [];
  let side = 0;
  for (const point of placed) {
    const now = Math.sign(point.value - centre);
    if (now === 0 || now !== side) runs.push([]);
    if (now !== 0) runs.at(-1)?.push(point);
    side = now;
  }
  return runs.filter((run) => run.length >= RUN_LENGTH).flat();
}

function pairsBeyond(placed: readonly Placed[], { centre, twoSigma }: Limits): Placed[] {
  return [1, -1].flatMap((side) => {
    const isBeyond = (point: Placed) => side * (point.value - centre) > twoSigma;
    return placed.flatMap((_, start) => {
      const beyond = placed.slice(start, start + 3).filter(isBeyond);
      return beyond.length >= 2 ? beyond : [];
    });
  });
}

function movingRange(before: number | null, value: number | null): number | null {
  return before === null || value === null ? null : Math.abs(value - before);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
