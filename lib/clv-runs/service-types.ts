/**
 * What serving the customers of a run cost while they were customers, and what is expected of it. Money in minor units. `contacts` counted,
 * `priced` of them with a price; `meanErrorMinor`: standard error of the mean, null of one customer; `credibilityWeeks`: of the mean that each customer's own weeks were added to, null where all have the
 * mean; `aheadMinor`: taken off the value to come, `aheadErrorMinor` its standard error, null in runs from before it was kept.
 */
export type ServiceTotals = {
  contacts: number;
  priced: number;
  costMinor: number;
  activeWeeks: number;
  meanPerWeekMinor: number;
  meanErrorMinor: number | null;
  credibilityWeeks: number | null;
  aheadMinor: number;
  aheadErrorMinor: number | null;
};

/**
 * What the contacts with the customers of a run have cost since the first day they were one, which is off what they brought so far. Money
 * in minor units; `priced` of the `contacts` have a price.
 */
export type HistoricContacts = { contacts: number; priced: number; costMinor: number };

/**
 * What keeping the customers of a run is expected to cost, in minor units, and over how many weeks that they are expected to be customers,
 * discounted; it is off the value to come.
 */
export type RetentionTotals = { aheadMinor: number; weeksAhead: number };
