import { type ContractColumns, RENEWAL_PERIODS, RUNS_ON } from "#lib/clv/contract-types.ts";
import { renewalDay } from "#lib/clv/renewal-days.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { sampleBeta } from "#lib/stats/sample-gamma.ts";

const SEED = 20_260_501;
const DAY_MS = 86_400_000;

/** A contract of a test: whose, from which day to which, at what price. Days since 1970-01-01; no end while it runs. */
export type SimulatedContract = {
  customer: number;
  startDay: number;
  endDay: number | null;
  price: number;
};

/** Who begins when: one of `starts` months before the last day by turns, and leaves at a renewal with a chance of their own, Beta(alpha, beta). */
export type ContractProfile = {
  alpha: number;
  beta: number;
  starts: number;
  lastDay: number;
};

/** The day of a date such as "2026-01-31", since 1970-01-01. */
export function dayOf(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** Monthly contracts of sBG with known parameters; the first hundred of a thousand are the same as of a hundred. */
export function simulateContracts(count: number, profile: ContractProfile): SimulatedContract[] {
  return Array.from({ length: count }, (_, customer) => {
    const random = createRandom(SEED, customer);
    const leaving = sampleBeta(random, profile.alpha, profile.beta);
    const age = 1 + (customer % profile.starts);
    const startDay = renewalDay(profile.lastDay, -age, "month") - Math.floor(random() * 28);
    let renewal = 1;
    while (random() >= leaving && renewalDay(startDay, renewal, "month") <= profile.lastDay)
      renewal += 1;
    const end = renewalDay(startDay, renewal, "month");
    const price = 10 + (customer % 5);
    return { customer, startDay, endDay: end <= profile.lastDay ? end : null, price };
  });
}

/** Contracts as a run reads them. */
export function contractColumns(
  contracts: readonly (Omit<SimulatedContract, "price"> & {
    price?: number;
    period?: (typeof RENEWAL_PERIODS)[number];
  })[],
): ContractColumns {
  return {
    customers: Int32Array.from(contracts, ({ customer }) => customer),
    starts: Int32Array.from(contracts, ({ startDay }) => startDay),
    ends: Int32Array.from(contracts, ({ endDay }) => endDay ?? RUNS_ON),
    prices: Float64Array.from(contracts, ({ price }) => price ?? Number.NaN),
    periods: Int32Array.from(contracts, ({ period }) => RENEWAL_PERIODS.indexOf(period ?? "month")),
  };
}
