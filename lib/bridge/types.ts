export type Interval = readonly [low: number, high: number];

/** What leads from what was ordered to what a customer is worth, in the order in which it adds up. */
export const BRIDGE_TERMS = [
  "ordered",
  "returns",
  "goods",
  "service",
  "earned",
  "expected",
  "lifetime",
] as const;
export type BridgeTerm = (typeof BRIDGE_TERMS)[number];

/** What a bridge lacks, and why: it is named under it and never taken for 0. */
export const BRIDGE_GAPS = [
  "returns",
  "goods",
  "service",
  "expected",
  "other_measure",
  "other_rates",
  "earlier_day",
] as const;
export type BridgeGap = (typeof BRIDGE_GAPS)[number];

/** What customers have brought so far, and what a run expects of them. Money in minor units; null where it is not known. */
export type BridgeSums = {
  customers: number;
  /** What is left of orders after returns */
  revenueMinor: number;
  returnedMinor: number;
  marginMinor: number | null;
  costToServeMinor: number | null;
  expectedMinor: number | null;
  /** Of what is expected */
  interval: Interval | null;
};

/** One step. `earned` and `lifetime` are what all before them make. */
export type BridgeStep = { term: BridgeTerm; amountMinor: number };

export type Bridge = {
  customers: number;
  steps: readonly BridgeStep[];
  /** The last step: lifetime value, or what was earned so far where nothing is expected */
  totalMinor: number;
  /** Of the total; null where nothing is expected */
  interval: Interval | null;
  gaps: readonly BridgeGap[];
};

/** A bridge of a part of the customers: a tier of the run by its number, or all of them. */
export type BridgePart = { tier: number | null; name: string | null; bridge: Bridge };

/** What it cost to win customers through one channel, and what they brought. Money in minor units; each is per customer won. */
export type AcquisitionRow = {
  /** null for customers with a cost of their own and no channel */
  channel: string | null;
  costMinor: number;
  /** Customers won */
  customers: number;
  costEachMinor: number | null;
  /** Margin earned so far and expected */
  earnedEachMinor: number | null;
  expectedEachMinor: number | null;
  valueEachMinor: number | null;
  /** Value over cost, with the 95 % interval of the mean value over the same cost; null for too few customers */
  ratio: number | null;
  ratioInterval: Interval | null;
};

/** After how many whole months the customers won had earned their cost back, each; `n` were observed for as long. */
export type Payback =
  | { kind: "after"; months: number; n: number }
  | { kind: "not_yet"; months: number; n: number }
  | { kind: "too_few" };

export type AcquisitionReturn = {
  total: AcquisitionRow;
  channels: readonly AcquisitionRow[];
  payback: Payback;
  /** The days that the costs are of, YYYY-MM-DD */
  firstOn: string;
  lastOn: string;
};
