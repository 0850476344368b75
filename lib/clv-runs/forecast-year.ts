import { backtestErrorOf, cohortTotal, scoreCustomers, widenedByError } from "#lib/clv/index.ts";
import type { AnyPurchaseFit, ScoreOptions, TotalWithInterval } from "#lib/clv/types.ts";
import type { Fits, RunBase } from "./run-input.ts";
import type { Service } from "./service-of.ts";
import { sumOf } from "./sum-of.ts";
import type { Backtest, ForecastMonth, Interval, RunTotals } from "./types.ts";

export const MONTHS = 12;
/** 365.25 / 7 / 12. */
export const WEEKS_PER_MONTH = 365.25 / 84;
export const DAYS_PER_MONTH = 365.25 / 12;
/** Normal quantiles of the middle 80 % and 50 %. */
const Z80 = 1.2815515655446004;
const Z50 = 0.6744897501960817;

/**
 * How far a year may stray by the model, and how far off the last backtest was. `mayLose`: serving customers costs something, so that what
 * they bring may be below 0, as revenue and margin cannot.
 */
type Spread = Pick<TotalWithInterval, "standardError" | "predictiveDeviation"> & {
  backtestError: number | null;
  mayLose: boolean;
};

type Foretelling = RunBase & {
  fits: Fits;
  backtest: Backtest | null;
  /** Fits of drawn histories; null for the delta method */
  refits: readonly AnyPurchaseFit[] | null;
  service: Service | null;
};

/** What today's customers are expected to bring in each of the next twelve months, not discounted, in minor units. */
export function forecastYear(run: Foretelling): Pick<RunTotals, "forecast" | "forecastYear"> {
  const { input, history, fits, backtest, refits, service } = run;
  const options = (months: number): ScoreOptions => ({
    ...{ horizonWeeks: months * WEEKS_PER_MONTH, discountRateAnnual: 0 },
    ...{ marginRate: input.marginRate, costPerPurchase: input.costPerOrder },
  });
  const until = Array.from({ length: MONTHS + 1 }, (_, months) =>
    months === 0 ? 0 : expectedWithin(run, options(months)),
  );
  if (until[MONTHS] === 0) return { forecast: [], forecastYear: null };
  const asked = {
    measure: "value",
    seed: input.seed,
    refits,
    service: service?.spread ?? null,
  } as const;
  const total = cohortTotal(history, fits, options(MONTHS), asked);
  const mayLose = input.costPerOrder > 0 || history.serviceCosts !== undefined;
  const backtestError = backtestErrorOf(backtest);
  return overMonths(until, { ...total, backtestError, mayLose }, input.unit);
}

/**
 * A year by month, from what is expected within 0 to 12 months, in minor units, and how far the year may stray.
 *
 * A month's spread is its share of the year's: of what the parameters leave open by the share itself, of chance by its root. No interval
 * is narrower than the last backtest was wrong. The ends are those of a normal distribution, which knows no bound: where nothing can be
 * lost, the lower one is cut at 0. Worked: 12.00 ± 1.28 · 24.00 is 0 to 42.76, and −18.76 to 42.76 after costs.
 */
export function overMonths(
  until: readonly number[],
  { standardError, predictiveDeviation, backtestError, mayLose }: Spread,
  unit: number,
): Pick<RunTotals, "forecast" | "forecastYear"> {
  const year = until[MONTHS] ?? 0;
  if (year === 0) return { forecast: [], forecastYear: null };
  const open = (standardError * unit) ** 2;
  const chance = Math.max(0, (predictiveDeviation * unit) ** 2 - open);
  const around = (total: number, reach: number): Interval => {
    const least = mayLose || total < 0 ? Number.NEGATIVE_INFINITY : 0;
    const interval = [Math.max(least, total - reach), total + reach] as const;
    const [low, high] = widenedByError({ total, interval }, backtestError);
    return [Math.round(low), Math.round(high)];
  };
  const forecast = until.slice(1).map((soFar, index): ForecastMonth => {
    const expectedMinor = soFar - (until[index] ?? 0);
    const share = expectedMinor / year;
    const deviation = Math.sqrt(open * share ** 2 + chance * Math.abs(share));
    return {
      month: index + 1,
      expectedMinor: Math.round(expectedMinor),
      interval: around(expectedMinor, Z80 * deviation),
      innerInterval: around(expectedMinor, Z50 * deviation),
    };
  });
  const interval = around(year, Z80 * Math.sqrt(open + chance));
  return { forecast, forecastYear: { expectedMinor: Math.round(year), interval } };
}

function expectedWithin({ input, history, fits }: RunBase & { fits: Fits }, options: ScoreOptions) {
  return sumOf(scoreCustomers(history, fits, options).residualValue) * input.unit;
}
