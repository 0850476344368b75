import { backtestErrorOf, widenedByError } from "#lib/clv/index.ts";
import type { TotalWithInterval } from "#lib/clv/types.ts";
import { at } from "#lib/stats/typed-array.ts";
import type { Backtest, RunTotals } from "./types.ts";

/** How sure the total of a run is. */
export type RunIntervals = Pick<
  RunTotals,
  "interval" | "modelInterval" | "intervalMethod" | "refits" | "standardErrorMinor"
>;

/** The 95 % interval of the whole in minor units, as the model has it, and at least as wide as the last backtest was wrong. */
export function intervalsToStore(
  total: TotalWithInterval,
  { backtest, unit, refits }: { backtest: Backtest | null; unit: number; refits: number | null },
): RunIntervals {
  const inMinor = ([low, high]: readonly [number, number]) =>
    [Math.round(low * unit), Math.round(high * unit)] as const;
  return {
    modelInterval: inMinor(total.interval),
    interval: inMinor(widenedByError(total, backtestErrorOf(backtest))),
    ...{ intervalMethod: total.method, refits, standardErrorMinor: total.standardError * unit },
  };
}

/** The deviation of Σ value × (1 − P(alive)). */
export function atRiskDeviation(deviation: Float64Array, pAlive: Float64Array): number {
  return Math.sqrt(deviation.reduce((sum, each, i) => sum + (each * (1 - at(pAlive, i))) ** 2, 0));
}
