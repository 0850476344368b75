import {
  type ServiceCosts,
  type ServiceSpread,
  serviceCosts,
  serviceVariance,
} from "#lib/clv/index.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import type { ContactColumns } from "./run-input.ts";
import type { RetentionTotals, ServiceTotals } from "./service-types.ts";

/** What serving the customers of a run costs, place by place, in the major unit, and how it varies; and what is told of it. */
export type Service = {
  perWeek: ServiceCosts["perWeek"];
  mean: ServiceCosts["mean"];
  spread: ServiceSpread;
  told: Omit<ServiceTotals, "aheadMinor" | "aheadErrorMinor">;
};

/**
 * Who is served: the number of each in the columns of a run, the day from which they were customers, and how many weeks of it were active
 * time. `customerCount` of the columns.
 */
type Served = {
  customers: Int32Array;
  firstDays: Int32Array;
  activeTime: Float64Array;
  customerCount: number;
};

/**
 * The cost of service of each customer, from the contacts since the first day they were one; null where none has a price.
 *
 * Contacts of before are of winning a customer, not of serving one.
 */
export function serviceOf(
  contacts: ContactColumns | null,
  { customers, firstDays, activeTime, customerCount }: Served,
  unit: number,
): Service | null {
  if (!contacts) return null;
  const placeOf = new Int32Array(customerCount).fill(-1);
  for (let i = 0; i < customers.length; i++) placeOf[intAt(customers, i)] = i;
  const costs = new Float64Array(customers.length);
  let [squares, counted, priced, cost] = [0, 0, 0, 0];
  for (let row = 0; row < contacts.customers.length; row++) {
    const place = intAt(placeOf, intAt(contacts.customers, row));
    if (place < 0 || intAt(contacts.days, row) < intAt(firstDays, place)) continue;
    costs[place] = at(costs, place) + at(contacts.costs, row);
    cost += at(contacts.costs, row);
    squares += at(contacts.squares, row);
    counted += intAt(contacts.contacts, row);
    priced += intAt(contacts.priced, row);
  }
  const found = serviceCosts({ costs, squares }, activeTime);
  if (!found) return null;
  const { perWeek, spread, mean, meanError, activeWeeks, credibilityWeeks } = found;
  return {
    ...{ perWeek, mean, spread },
    told: {
      ...{ contacts: counted, priced, costMinor: Math.round(cost * unit) },
      ...{ activeWeeks, meanPerWeekMinor: mean * unit },
      meanErrorMinor: Number.isFinite(meanError) ? meanError * unit : null,
      credibilityWeeks: Number.isFinite(credibilityWeeks) ? credibilityWeeks : null,
    },
  };
}

/** What is told of the costs expected over so many weeks ahead of each; `aheadMinor` as it was taken off. */
export function serviceToTell(
  { told, spread }: Service,
  { ahead, aheadMinor, unit }: { ahead: Float64Array; aheadMinor: number; unit: number },
): ServiceTotals {
  const aheadErrorMinor = Math.sqrt(serviceVariance(spread, ahead).open) * unit;
  return { ...told, aheadMinor: Math.round(aheadMinor), aheadErrorMinor };
}

/**
 * What serving and keeping each customer costs a week of active time, place by place, in the major unit; undefined where nothing does.
 */
export function weeklyCosts(
  service: Pick<Service, "perWeek"> | null,
  retentionCostPerWeek: number,
  customers: number,
): Float64Array | undefined {
  if (service) return service.perWeek.map((cost) => cost + retentionCostPerWeek);
  return retentionCostPerWeek > 0
    ? new Float64Array(customers).fill(retentionCostPerWeek)
    : undefined;
}

/** What is told of keeping customers over so many weeks ahead of each; null where it costs nothing. */
export function retentionToTell(
  ahead: Float64Array,
  { retentionCostPerWeek, unit }: { retentionCostPerWeek: number; unit: number },
): RetentionTotals | null {
  if (retentionCostPerWeek === 0) return null;
  const weeksAhead = ahead.reduce((sum, weeks) => sum + weeks, 0);
  return { weeksAhead, aheadMinor: Math.round(weeksAhead * retentionCostPerWeek * unit) };
}
