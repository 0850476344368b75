import type { RfmDoubt } from "./types.ts";

/** Fewer leave a fifth too small to tell apart from chance. */
const ENOUGH_CUSTOMERS = 500;

/** Shorter than about six months, rare buyers cannot be told from lost ones. */
const ENOUGH_DAYS = 180;

type History = {
  customersWithOrders: number;
  firstOrderedOn: string | null;
  lastOrderedOn: string | null;
  /** All customers share one value in recency, frequency or revenue */
  hasNoSpread: boolean;
};

/** Why scores deserve less trust here: RFM wants some 500 customers who differ, with six months of orders. */
export function rfmDoubts(history: History): RfmDoubt[] {
  const doubts: RfmDoubt[] = [];
  if (history.customersWithOrders < ENOUGH_CUSTOMERS) doubts.push("few_customers");
  if (daysOf(history) < ENOUGH_DAYS) doubts.push("short_history");
  if (history.hasNoSpread) doubts.push("no_spread");
  return doubts;
}

function daysOf({ firstOrderedOn, lastOrderedOn }: History): number {
  if (!firstOrderedOn || !lastOrderedOn) return 0;
  return (Date.parse(lastOrderedOn) - Date.parse(firstOrderedOn)) / 86_400_000;
}
