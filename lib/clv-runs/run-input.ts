import type { PurchaseColumns, PurchaseFit, PurchaseHistory, SpendFit } from "#lib/clv/types.ts";
import type { TierCuts } from "#lib/tiers/types.ts";
import type { AskedModel, RunFindings, RunScores } from "./types.ts";

/**
 * What a run computes from. Amounts in the major unit of the currency; `marginRate` 1 for value as revenue; `unit` minor units in
 * a major one.
 */
export type RunInput = {
  purchases: PurchaseColumns;
  customerCount: number;
  model: Exclude<AskedModel, "sbg">;
  cutoffDay: number;
  horizonWeeks: number;
  discountRateAnnual: number;
  marginRate: number;
  costPerOrder: number;
  tierCuts: TierCuts;
  unit: number;
  seed: number;
};

export type RunOutput = { findings: RunFindings; scores: RunScores };

/** A history, whose it is, and what each has brought so far in minor units, place by place. */
export type RunBase = {
  input: RunInput;
  history: PurchaseHistory;
  customers: Int32Array;
  historic: Float64Array;
};

/** What was fitted to a history. */
export type Fits = { purchases: PurchaseFit; spend: SpendFit | null };
