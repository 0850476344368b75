import type { RunModel } from "#lib/clv-runs/types.ts";
import type { Tier } from "#lib/tiers/types.ts";
import type { Segment } from "#lib/value/types.ts";

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

export const CONTACT_KINDS = ["interaction", "signal", "order"] as const;

/** Something that happened with a customer. Day YYYY-MM-DD; money in minor units. */
export type CardContact = {
  kind: (typeof CONTACT_KINDS)[number];
  occurredOn: string;
  /** What a person wrote about it, or the product of an order; null where nothing says */
  text: string | null;
  channel: string | null;
  score: number | null;
  scaleMax: number | null;
  amountMinor: number | null;
  currency: string | null;
};

/** A complaint that is not closed. */
export type CardComplaint = {
  id: string;
  number: string;
  subject: string | null;
  status: string | null;
  receivedOn: string;
  /** Whole hours until the promise of the tier runs out, below 0 when it has; null without a promise */
  hoursLeft: number | null;
};

export type CardScore = {
  occurredOn: string;
  metric: string | null;
  score: number;
  scaleMax: number | null;
};

export type CustomerCard = {
  id: string;
  externalId: string;
  name: string | null;
  segment: Segment | null;
  since: string | null;
  /** All but its first and last digits hidden; null where none is stored */
  maskedPhone: string | null;
  standing: StandingFound;
  contacts: readonly CardContact[];
  complaints: readonly CardComplaint[];
  score: CardScore | null;
  quote: { text: string; occurredOn: string } | null;
};
