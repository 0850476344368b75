import type { RfmDoubt } from "./types.ts";

/** Fewer leave a fifth too small to tell apart from chance. */
const ENOUGH_CUSTOMERS = 500;

/** Shorter than about six months, rare buyers cannot be told from lost ones. */
const ENOUGH_DAYS = 180;

type History = {
  customersWithOrders: number;
  firstOrderedOn: string | null;
  lastOrderedOn: string | null;
};

/** Why scores deserve less trust here: RFM wants some 500 customers with orders and six months of them. */
export function rfmDoubts(history: History): RfmDoubt[] {
  const doubts: RfmDoubt[] = [];
  if (history.customersWithOrders < ENOUGH_CUSTOMERS) doubts.push("few_customers");
  if (daysOf(history) < ENOUGH_DAYS) doubts.push("short_history");
  return doubts;
}

function daysOf({ firstOrderedOn, lastOrderedOn }: History): number {
  if (!firstOrderedOn || !lastOrderedOn) return 0;
  return (Date.parse(lastOrderedOn) - Date.parse(firstOrderedOn)) / 86_400_000;
}
