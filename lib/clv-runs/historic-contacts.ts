import { historicCost } from "#lib/clv/index.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import type { ContactColumns } from "./run-input.ts";
import type { HistoricContacts } from "./service-types.ts";

type Asked = {
  /** The customers of a run, place by place, as numbers of the columns */
  customers: Int32Array;
  /** The first day each was a customer, by number */
  firstDays: Int32Array;
  cutoffDay: number;
  /** Minor units in a major one */
  unit: number;
};

/**
 * What the contacts with the customers of a run have cost up to the cut-off, place by place in the major unit, added up as they were, as
 * purchases are; and what is told of it. null where no contact has a price.
 */
export function historicContacts(
  contacts: ContactColumns | null,
  { customers, firstDays, cutoffDay, unit }: Asked,
): { costs: Float64Array; told: HistoricContacts } | null {
  if (!contacts) return null;
  const spent = historicCost(contacts, firstDays, { asOfDay: cutoffDay, discountRateAnnual: 0 });
  const costs = Float64Array.from(customers, (customer) => at(spent, customer));
  const costMinor = Math.round(costs.reduce((sum, cost) => sum + cost, 0) * unit);
  const isAsked = new Uint8Array(firstDays.length);
  for (const customer of customers) isAsked[customer] = 1;
  let [counted, priced] = [0, 0];
  for (let row = 0; row < contacts.customers.length; row++) {
    const [customer, day] = [intAt(contacts.customers, row), intAt(contacts.days, row)];
    if (isAsked[customer] !== 1 || day > cutoffDay || day < intAt(firstDays, customer)) continue;
    counted += intAt(contacts.contacts, row);
    priced += intAt(contacts.priced, row);
  }
  return priced === 0 ? null : { costs, told: { contacts: counted, priced, costMinor } };
}
