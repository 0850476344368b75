import { at, intAt } from "#lib/stats/typed-array.ts";
import {
  type ContractColumns,
  RENEWAL_PERIODS,
  type RenewalPeriod,
  type Tenure,
  type Tenures,
} from "./contract-types.ts";
import { periodsBegun, renewalDay, renewalsDue } from "./renewal-days.ts";

/** A contract that begins up to so many days after the last one ended goes on with it: one period at its longest. */
const GRACE_DAYS: Readonly<Record<RenewalPeriod, number>> = {
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
};

/** The period of most contracts; of equally many the shorter one. null without a contract. */
export function usualPeriod({ periods }: ContractColumns): RenewalPeriod | null {
  const counts = new Int32Array(RENEWAL_PERIODS.length);
  for (const place of periods) counts[place] = intAt(counts, place) + 1;
  const most = counts.reduce((top, count) => Math.max(top, count), 0);
  return most === 0 ? null : (RENEWAL_PERIODS[counts.indexOf(most)] ?? null);
}

/**
 * Each customer's unbroken times under contract as they were known on a day, of one period of renewal.
 *
 * Contracts of a customer that overlap, or follow each other within a period, are one tenure: a change of plan is no loss. An end after
 * `asOfDay` is not known yet. Worked: 1 January to 1 March and 10 March on, by the month, are on 20 May one running tenure with 4 renewals.
 */
export function tenuresOf(
  columns: ContractColumns,
  { asOfDay, period }: { asOfDay: number; period: RenewalPeriod },
): Tenures {
  const known = { columns, asOfDay, period };
  const tenures: Tenure[] = [];
  const current: Tenure[] = [];
  let leftOut = 0;
  for (const chains of chainsByCustomer(columns, asOfDay)) {
    const own = chains.filter((chain) => chain.period === period);
    const read = own.map((chain) => tenureOf(chain, known));
    tenures.push(...read);
    const last = chains.at(-1);
    if (last === own.at(-1)) current.push(...read.slice(-1));
    else if (last && last.endDay > asOfDay) leftOut += 1;
  }
  return { period, tenures, current, leftOut };
}

/** What each customer has paid up to a day, by number of the customer: every period begun at its price; unknown prices are 0. */
export function paidSoFar(
  columns: ContractColumns,
  customerCount: number,
  asOfDay: number,
): Float64Array {
  const paid = new Float64Array(customerCount);
  for (let i = 0; i < columns.customers.length; i++) {
    const startDay = intAt(columns.starts, i);
    const price = at(columns.prices, i);
    if (startDay > asOfDay || Number.isNaN(price)) continue;
    const endDay = Math.min(intAt(columns.ends, i), asOfDay + 1);
    const customer = intAt(columns.customers, i);
    const periods = periodsBegun(startDay, endDay, periodAt(columns, i));
    paid[customer] = at(paid, customer) + price * periods;
  }
  return paid;
}

/** Contracts of one customer that go over into each other; `isSwitched`: into a chain of another period. */
type Chain = {
  customer: number;
  period: RenewalPeriod;
  startDay: number;
  endDay: number;
  isSwitched: boolean;
  contracts: number[];
};

function* chainsByCustomer(columns: ContractColumns, asOfDay: number): Generator<Chain[]> {
  const { customers } = columns;
  let from = 0;
  while (from < customers.length) {
    let to = from;
    const chains: Chain[] = [];
    for (; to < customers.length && intAt(customers, to) === intAt(customers, from); to++)
      if (intAt(columns.starts, to) <= asOfDay) addContract(chains, columns, to);
    from = to;
    if (chains.length > 0) yield chains;
  }
}

function addContract(chains: Chain[], columns: ContractColumns, place: number): void {
  const startDay = intAt(columns.starts, place);
  const endDay = intAt(columns.ends, place);
  const period = periodAt(columns, place);
  const last = chains.at(-1);
  const goesOn = last && startDay <= last.endDay + GRACE_DAYS[last.period];
  if (last && goesOn && last.period === period) {
    last.endDay = Math.max(last.endDay, endDay);
    last.contracts.push(place);
    return;
  }
  if (last && goesOn) {
    last.endDay = startDay;
    last.isSwitched = true;
  }
  const customer = intAt(columns.customers, place);
  chains.push({ customer, period, startDay, endDay, isSwitched: false, contracts: [place] });
}

type Known = { columns: ContractColumns; asOfDay: number; period: RenewalPeriod };

function tenureOf(chain: Chain, known: Known): Tenure {
  const { customer, startDay } = chain;
  const { asOfDay, period } = known;
  const due = renewalsDue(startDay, asOfDay, period);
  const tenure = { customer, startDay, due, nextIn: Number.NaN, price: 0 };
  if (chain.endDay > asOfDay) return { ...tenure, ...runningParts(chain, due, known) };
  if (chain.isSwitched)
    return { ...tenure, state: "stopped", renewals: renewalsDue(startDay, chain.endDay, period) };
  const renewals = periodsBegun(startDay, chain.endDay, period) - 1;
  return { ...tenure, state: due > renewals ? "lost" : "stopped", renewals };
}

function runningParts({ startDay, contracts }: Chain, due: number, known: Known) {
  const { columns, asOfDay, period } = known;
  const [from, next] = [due, due + 1].map((renewal) => renewalDay(startDay, renewal, period));
  const prices = contracts
    .filter((place) => intAt(columns.ends, place) > asOfDay)
    .map((place) => at(columns.prices, place))
    .filter((price) => !Number.isNaN(price));
  return {
    state: "running" as const,
    renewals: due,
    nextIn: ((next ?? 0) - asOfDay) / ((next ?? 0) - (from ?? 0)),
    price: prices.length === 0 ? Number.NaN : prices.reduce((sum, price) => sum + price, 0),
  };
}

function periodAt({ periods }: ContractColumns, place: number): RenewalPeriod {
  return RENEWAL_PERIODS[intAt(periods, place)] ?? "month";
}
