export type Product = {
  code: string;
  /** Median price in euros. */
  price: number;
  /** Standard deviation of the logarithm of the price. */
  spread: number;
  /** How often it is bought, relative to the others. */
  weight: number;
  channels: readonly string[];
};

const SHOPS = ["store", "web", "web", "phone"];
const SERVICE = ["phone", "web", "app"];

/** What Alder & Finch sells: appliances once in a while, parts and service in between. */
export const PRODUCTS: readonly Product[] = [
  { code: "washing-machine", price: 689, spread: 0.28, weight: 6, channels: SHOPS },
  { code: "dishwasher", price: 599, spread: 0.25, weight: 5, channels: SHOPS },
  { code: "fridge-freezer", price: 749, spread: 0.35, weight: 5, channels: SHOPS },
  { code: "oven", price: 829, spread: 0.3, weight: 4, channels: SHOPS },
  { code: "vacuum-cleaner", price: 219, spread: 0.3, weight: 8, channels: SHOPS },
  { code: "coffee-machine", price: 379, spread: 0.45, weight: 8, channels: SHOPS },
  { code: "spare-part", price: 39, spread: 0.55, weight: 24, channels: ["web", "web", "store"] },
  { code: "care-plan-year", price: 119, spread: 0.1, weight: 12, channels: SERVICE },
  { code: "repair-visit", price: 94, spread: 0.4, weight: 20, channels: SERVICE },
  { code: "cleaning-kit", price: 24, spread: 0.25, weight: 18, channels: ["web", "store"] },
];
