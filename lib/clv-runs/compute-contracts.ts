import {
  backtestContracts,
  checkBacktest,
  checkCalibration,
  checkContractFit,
  checkContracts,
  checkHazard,
  contractCohorts,
  fitContracts,
  paidSoFar,
  parameterIntervals,
  renewalsAhead,
  survivalCurve,
  tenuresOf,
  usualPeriod,
} from "#lib/clv/index.ts";
import type { Backtest, ClvWarning, ContractCohort, SbgFit, Tenures } from "#lib/clv/types.ts";
import { at } from "#lib/stats/typed-array.ts";
import { contractScores } from "./contract-scores.ts";
import { firstDaysOf } from "./first-days.ts";
import { historicContacts } from "./historic-contacts.ts";
import { historicRun } from "./historic-run.ts";
import type { ContractBase, ContractInput, RunOutput } from "./run-input.ts";
import { type Service, serviceOf, weeklyCosts } from "./service-of.ts";
import type { OnStage } from "./types.ts";

/**
 * A whole run over contracts: renewals in the period of most of them, cohorts by first day, fit, holdout, score, add up with intervals.
 *
 * With too few renewals or losses, or where only the historic value is asked for, customers are ranked by what they paid so far.
 */
export function computeContractRun(input: ContractInput, onStage: OnStage): RunOutput {
  const period = usualPeriod(input.contracts) ?? "month";
  const tenures = tenuresOf(input.contracts, { asOfDay: input.cutoffDay, period });
  const base = baseOf(input, tenures);
  const doubts = [...readingDoubts(tenures), ...input.doubts];
  if (input.model === "historic") return historicRun(base, toldOf(base, doubts));
  const cohorts = contractCohorts(tenures.tenures);
  const refusals = checkContracts(cohorts);
  if (refusals.length > 0) return historicRun(base, toldOf(base, [...refusals, ...doubts]));
  const meanPrice = meanPriceOf(tenures);
  onStage("choosing", 0);
  const tested = backtestContracts(input.contracts, { ...input, period, meanPrice });
  onStage("fitting", 0);
  const fit = fitContracts(cohorts);
  const backtest = tested?.backtest ?? null;
  const priced = withPrices(tenures, meanPrice);
  const service = servedUnder(input, priced);
  const { scored, totals } = contractScores(
    { ...base, tenures: withCosts(priced, service, input), service, fit, backtest },
    onStage,
  );
  const warnings = [
    ...checkContractFit(fit),
    ...checkHazard(cohorts),
    ...calibrationDoubts(input, { cohorts, fit, period, tested }),
    ...(backtest ? checkBacktest(backtest) : []),
    ...doubts,
  ];
  return {
    findings: {
      ...{ ...toldOf(base, warnings), totals },
      ...{ status: "succeeded", model: "sbg", spend: null, holdout: backtest },
      fit: {
        ...{ parameters: fit.parameters, standardErrors: fit.standardErrors },
        logLikelihood: fit.logLikelihood,
        intervals: parameterIntervals(fit, null),
        survival: survivalCurve(cohorts, fit.parameters),
      },
    },
    scores: scored.scores,
  };
}

/** What serving those under contract costs; who has left is not asked, as they cost nothing more. */
function servedUnder(input: ContractInput, { current }: Tenures): Service | null {
  const { contacts, customerCount, cutoffDay, unit } = input;
  const running = current.filter(({ state }) => state === "running");
  const firstDays = Int32Array.from(running, ({ startDay }) => startDay);
  const served = {
    ...{ firstDays, customers: Int32Array.from(running, ({ customer }) => customer) },
    ...{ activeTime: Float64Array.from(firstDays, (day) => (cutoffDay - day + 1) / 7) },
    customerCount,
  };
  return serviceOf(contacts, served, unit);
}

/** Each running contract with its cost of service, which are in the order of these, and of keeping it. */
function withCosts(
  tenures: Tenures,
  service: Service | null,
  { retentionCostPerWeek }: ContractInput,
): Tenures {
  const running = tenures.current.filter(({ state }) => state === "running");
  const costs = weeklyCosts(service, retentionCostPerWeek, running.length);
  if (!costs) return tenures;
  let place = 0;
  const current = tenures.current.map((tenure) =>
    tenure.state === "running" ? { ...tenure, serviceCost: at(costs, place++) } : tenure,
  );
  return { ...tenures, current };
}

function baseOf(input: ContractInput, tenures: Tenures): ContractBase {
  const { contracts, contacts, customerCount, cutoffDay, marginRate, unit } = input;
  const paid = paidSoFar(contracts, customerCount, cutoffDay);
  const customers = Int32Array.from(tenures.current, ({ customer }) => customer);
  const firstDays = firstDaysOf(contracts.customers, contracts.starts, customerCount);
  const served = historicContacts(contacts, { customers, firstDays, cutoffDay, unit });
  const historic = Float64Array.from(customers, (customer, place) =>
    Math.round((at(paid, customer) * marginRate - (served?.costs[place] ?? 0)) * unit),
  );
  return {
    ...{ input, tenures, customers, historic, historicCostMinor: 0 },
    historicContacts: served?.told ?? null,
  };
}

/** The mean price of those whose price is known; 0 where none is. */
function meanPriceOf({ current }: Tenures): number {
  const prices = current
    .filter(({ state, price }) => state === "running" && !Number.isNaN(price))
    .map(({ price }) => price);
  return prices.length === 0 ? 0 : prices.reduce((sum, price) => sum + price, 0) / prices.length;
}

/** A price that is not known is taken as that of the others. */
function withPrices(tenures: Tenures, meanPrice: number): Tenures {
  const current = tenures.current.map((tenure) =>
    Number.isNaN(tenure.price) ? { ...tenure, price: meanPrice } : tenure,
  );
  return { ...tenures, current };
}

type Calibrated = {
  cohorts: readonly ContractCohort[];
  fit: SbgFit;
  period: Tenures["period"];
  tested: { fit: SbgFit; backtest: Backtest; heldBack: number } | null;
};

function calibrationDoubts(input: ContractInput, { cohorts, fit, period, tested }: Calibrated) {
  return checkCalibration({
    renewals: cohorts.reduce((most, { lost }) => Math.max(most, lost.length), 0),
    ahead: renewalsAhead(1, period, input),
    now: fit.parameters,
    before: tested && { parameters: tested.fit.parameters, heldBack: tested.heldBack },
  });
}

/** What is left out or guessed: contracts of another period, and prices that are not known. */
function readingDoubts({ current, leftOut }: Tenures): ClvWarning[] {
  const running = current.filter(({ state }) => state === "running");
  const missing = running.filter(({ price }) => Number.isNaN(price)).length;
  const warnings: ClvWarning[] = [];
  if (leftOut > 0)
    warnings.push({ code: "mixed_periods", level: "amber", values: { customers: leftOut } });
  if (missing > 0 && missing === running.length)
    warnings.push({ code: "no_price", level: "red", values: { customers: missing } });
  else if (missing > 0)
    warnings.push({
      ...{ code: "price_missing", level: "amber" },
      values: { customers: missing, share: missing / running.length },
    });
  return warnings;
}

function toldOf({ tenures: { period, current } }: ContractBase, warnings: readonly ClvWarning[]) {
  const repeaters = current.filter(({ renewals }) => renewals > 0).length;
  return { customers: current.length, repeaters, warnings, renewalPeriod: period };
}
