import type { Backtest, TotalWithInterval } from "./types.ts";

/**
 * By how much the last backtest was wrong about money, 0.1 for 10 % too much: about purchases where no money came; null where nothing
 * was tested.
 */
export function backtestErrorOf(
  backtest: Pick<Backtest, "spendError" | "totalError"> | null,
): number | null {
  return backtest?.spendError ?? backtest?.totalError ?? null;
}

/**
 * An interval of whatever adds up over customers, at least as wide as the last backtest was wrong, on both sides: a model does not know
 * how far it is off itself. As it is where nothing was tested.
 *
 * One that lies above 0 is not widened to below it. Worked: 100 (90 to 130) after a backtest 25 % too low is 75 to 130.
 */
export function widenedByError(
  { total, interval: [low, high] }: Pick<TotalWithInterval, "total" | "interval">,
  backtestError: number | null,
): readonly [low: number, high: number] {
  const reach = Math.abs((backtestError ?? 0) * total);
  const least = low < 0 ? Number.NEGATIVE_INFINITY : 0;
  return [Math.max(least, Math.min(low, total - reach)), Math.max(high, total + reach)];
}
