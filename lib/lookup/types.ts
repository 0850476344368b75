import type { RunModel } from "#lib/clv-runs/types.ts";
import type { Tier } from "#lib/tiers/types.ts";

/** How likely it is that a customer has not left, in words. */
export const ALIVE_WORDS = ["very_likely", "likely", "open", "may_leave", "gone"] as const;
export type AliveWord = (typeof ALIVE_WORDS)[number];

/** What the last run says a customer is worth, for those who may read value. Money in minor units of `currency`. */
export type StandingValue = {
  currency: string;
  /** The middle 80 % of what may come; null where there is no model */
  band: readonly [low: number, high: number] | null;
  /** For those who keep value; null for others, and where there is no model */
  expectedMinor: number | null;
  pAlive: number | null;
  aliveWord: AliveWord | null;
  historicMinor: number | null;
  atRiskMinor: number | null;
  model: RunModel;
  horizonMonths: number;
  discountRateAnnual: number;
  marginRate: number | null;
  /** Customers the model was fitted to */
  fitted: number;
};

/** Where a customer stands by the last run, and how the policy says to treat them. Days YYYY-MM-DD, instants ISO 8601. */
export type Standing = {
  tierName: string;
  /** null where the policy has no tier of that name any more */
  tier: Tier | null;
  mayLeave: boolean;
  cutoffOn: string | null;
  finishedAt: string | null;
  /** null for those who may not read value */
  value: StandingValue | null;
};

/** `no_run`: nothing has been computed yet; `no_score`: the last run says nothing of this customer. */
export type StandingFound = Standing | "no_run" | "no_score";
