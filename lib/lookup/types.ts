import type { RunModel } from "#lib/clv-runs/types.ts";
import type { CaseSummary } from "#lib/defection/types.ts";
import type { FrontlineTip } from "#lib/personae/types.ts";
import type { Tier } from "#lib/tiers/types.ts";
import type { Segment } from "#lib/value/types.ts";

/** How likely it is that a customer has not left, in words. */
export const ALIVE_WORDS = [
  "very_likely",
  "likely",
  "open",
  "may_leave",
  "gone",
  "untold",
] as const;
export type AliveWord = (typeof ALIVE_WORDS)[number];

/** What the last run says a customer is worth, for those who may read value. Money in minor units of `currency`. */
export type StandingValue = {
  currency: string;
  /** The middle 80 % of what may come; null where there is no model */
  band: readonly [low: number, high: number] | null;
  /** For those who keep value; null for others, and where there is no model */
  expectedMinor: number | null;
  /** Whether the expected value lies above the band, as it does of who will most likely bring nothing */
  isAboveBand: boolean;
  pAlive: number | null;
  aliveWord: AliveWord | null;
  historicMinor: number | null;
  /** For those who keep value */
  atRiskMinor: number | null;
  /** For all others */
  atRiskBand: readonly [low: number, high: number] | null;
  model: RunModel;
  horizonMonths: number;
  discountRateAnnual: number;
  marginRate: number | null;
  costPerOrderMinor: number | null;
  /** Taken off what is to come; null where none is */
  retentionCostPerYearMinor: number | null;
  /** Whether the run takes contacts off what came so far, and off what is to come */
  isLessContacts: { soFar: boolean; ahead: boolean };
  /** The model that chances to have left come from, where that is another one than `model` */
  leavingModel: RunModel | null;
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
  /** Whether the customer was thanked in it */
  isThanks: boolean;
  score: number | null;
  scaleMax: number | null;
  amountMinor: number | null;
  currency: string | null;
};

/** A complaint that is not closed. */
export type CardComplaint = {
  id: string;
  /** null for one that was written down by hand */
  number: string | null;
  subject: string | null;
  status: string | null;
  receivedOn: string;
  /** Whole opening hours until the promise of the tier runs out, below 0 hours since it has; null without a promise */
  hoursLeft: number | null;
};

/** A complaint as the database tells it. Days YYYY-MM-DD, instants ISO 8601. */
export type StoredComplaint = RecordedComplaint & {
  externalId: string;
  receivedMs: number;
  customerId: string | null;
  customerNumber: string | null;
  customerName: string | null;
};

/** What is recorded of a complaint itself. */
export type RecordedComplaint = {
  id: string;
  subject: string | null;
  body: string | null;
  /** As the source calls it */
  status: string | null;
  isOpen: boolean;
  channel: string | null;
  product: string | null;
  reason: string | null;
  subReason: string | null;
  resolution: string | null;
  isTimely: boolean | null;
  isDisputed: boolean | null;
  touchpoint: string | null;
  segment: string | null;
  department: string | null;
  receivedOn: string;
  receivedAt: string | null;
  closedOn: string | null;
  sourceId: string;
  sourceName: string;
  /** The import that wrote it last; null for one that was written by hand or by the API */
  importId: string | null;
  fileName: string | null;
  importedAt: string | null;
};

/** A complaint on its own page. */
export type ComplaintDetail = RecordedComplaint & {
  number: string | null;
  /** null where nobody knows, and where `isMasked` */
  customer: { id: string; number: string; name: string | null } | null;
  isMasked: boolean;
  /** null where the last run says nothing of the customer */
  standing: Pick<Standing, "tierName" | "tier"> | null;
  /** As of a CardComplaint; null for a closed one */
  hoursLeft: number | null;
  hasCalendar: boolean;
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
  /** null where no persona of their segments has one */
  tip: FrontlineTip | null;
  contacts: readonly CardContact[];
  complaints: readonly CardComplaint[];
  /** What somebody does to keep them; null where nobody does */
  openCase: CaseSummary | null;
  score: CardScore | null;
  quote: { text: string; occurredOn: string } | null;
  /** Contracts that run, by name; empty for those who may not read them */
  plans: readonly string[];
  /** Whether clocks stand still while the workspace is closed */
  hasCalendar: boolean;
};
