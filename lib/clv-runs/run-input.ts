import type {
  AnyPurchaseFit,
  ClvWarning,
  ContractColumns,
  PurchaseColumns,
  PurchaseHistory,
  SpendFit,
  Tenures,
} from "#lib/clv/types.ts";
import type { TierCuts } from "#lib/tiers/types.ts";
import type { HistoricContacts } from "./service-types.ts";
import type { AskedModel, RunFindings, RunScores } from "./types.ts";

/**
 * The contacts of customers in columns, one place for each customer and day, in order of both: `customers` are numbers of the run,
 * `days` from 1970-01-01; of `contacts` so many are `priced`. `costs` are the sum and `squares` that of the squares, in the major unit.
 */
export type ContactColumns = {
  readonly customers: Int32Array;
  readonly days: Int32Array;
  readonly contacts: Int32Array;
  readonly priced: Int32Array;
  readonly costs: Float64Array;
  readonly squares: Float64Array;
};

/**
 * What every run computes with. `contacts` null where they cost nothing. `retentionCostPerWeek` of active time, in the major unit, 0 where
 * there is none. `marginRate` 1 for value as revenue; `unit` minor units in a major one. `doubts`: what reading found to say.
 */
type InputTerms = {
  contacts: ContactColumns | null;
  retentionCostPerWeek: number;
  customerCount: number;
  cutoffDay: number;
  horizonWeeks: number;
  discountRateAnnual: number;
  marginRate: number;
  tierCuts: TierCuts;
  unit: number;
  seed: number;
  doubts: readonly ClvWarning[];
};

/** A run over orders. Amounts in the major unit of the currency. */
export type PurchaseInput = InputTerms & {
  basis: "orders";
  purchases: PurchaseColumns;
  model: Exclude<AskedModel, "sbg">;
  costPerOrder: number;
};

/** A run over contracts. Prices in the major unit of the currency. */
export type ContractInput = InputTerms & {
  basis: "contracts";
  contracts: ContractColumns;
  model: Extract<AskedModel, "sbg" | "historic">;
};

export type RunInput = PurchaseInput | ContractInput;

export type RunOutput = { findings: RunFindings; scores: RunScores };

/**
 * Whom a run is of, and what each has brought so far in minor units, place by place; `historicCostMinor` and
 * `historicContacts`: what serving their orders and contacts with them cost, which is off it already.
 */
export type HistoricBase = {
  input: Pick<InputTerms, "tierCuts">;
  customers: Int32Array;
  historic: Float64Array;
  historicCostMinor: number;
  historicContacts: HistoricContacts | null;
};

/** The same with a history in the same places. */
export type RunBase = HistoricBase & { input: PurchaseInput; history: PurchaseHistory };

/** Contracts as tenures; `customers` and what each has paid so far, in minor units, in the places of `tenures.current`. */
export type ContractBase = HistoricBase & { input: ContractInput; tenures: Tenures };

/** What was fitted to a history; `leaving` only where another model than that of the purchases tells who has left. */
export type Fits = {
  purchases: AnyPurchaseFit;
  spend: SpendFit | null;
  leaving: AnyPurchaseFit | null;
};
