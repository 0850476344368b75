import type { SeenValue } from "#lib/clv-runs/types.ts";
import type { Interval } from "#lib/value/types.ts";

/** What became of a case. */
export const OUTCOMES = ["saved", "lost", "false_alarm"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `merged`: the customer became one with another who has an open case; it counts nowhere. */
export type StoredOutcome = Outcome | "merged";

/** What the list can be asked for: customers without a case, with an open one, one past its day, or by how the last one ended. */
export const CASE_STATES = ["none", "open", "overdue", ...OUTCOMES] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Why a customer may leave, with the numbers that say so. Shares 0..1, days are whole ones. */
export type Reason =
  /** No order for `days`, where one used to come every `usualDays` */
  | { kind: "quiet"; days: number; usualDays: number }
  | { kind: "bought_once"; days: number }
  /** The last 365 days against those before */
  | { kind: "spend_down"; share: number }
  /** `days`: since the oldest was received */
  | { kind: "open_complaint"; count: number; days: number }
  | { kind: "low_score"; score: number; most: number; occurredOn: string }
  | { kind: "returned"; count: number; days: number };

/** What reasons are made from, as of the run's cut-off and, for complaints and returns, today. null where nothing is known. */
export type LeavingFacts = {
  purchaseDays: number;
  /** Since the last order */
  quietDays: number | null;
  /** From the first to the last order */
  spanDays: number;
  yearMinor: number;
  yearBeforeMinor: number;
  openComplaints: number;
  complaintDays: number | null;
  score: number | null;
  scaleMin: number | null;
  scaleMax: number | null;
  higherIsBetter: boolean | null;
  scoredOn: string | null;
  returns: number;
  returnDays: number | null;
};

/** Who answers for a case; a member who has left keeps the name. */
export type Responsible = { id: string; name: string };

/** One case. Days YYYY-MM-DD, instants ISO 8601 in UTC; money in minor units of its currency. */
export type DefectionCase = {
  id: string;
  version: number;
  responsible: Responsible | null;
  nextStep: string | null;
  dueOn: string | null;
  /** Open, and its day is over */
  isOverdue: boolean;
  note: string | null;
  /** As the run said when it was opened */
  pAlive: number | null;
  /** For those who keep value; null for others */
  atRiskMinor: number | null;
  currency: string;
  openedAt: string;
  openedBy: string | null;
  /** null while it is open */
  outcome: StoredOutcome | null;
  closedAt: string | null;
  closedBy: string | null;
};

/** A case as a list and a card show it. */
export type CaseSummary = Pick<
  DefectionCase,
  "id" | "responsible" | "nextStep" | "dueOn" | "isOverdue" | "outcome"
>;

/** What the last run says of a customer's leaving, as the role may see it. Money in minor units of the run's currency. */
export type Danger = SeenValue & {
  tierName: string;
  /** 0..1 */
  pAlive: number;
};

/** Who it is; the name is null where it is not known or hidden. */
export type NamedCustomer = { customerId: string; externalId: string; name: string | null };

/** A line of the watch list. */
export type WatchRow = Danger &
  NamedCustomer & {
    isMasked: boolean;
    /** The worst first, three at most */
    reasons: readonly Reason[];
    /** The open case, or the last one that was closed */
    latest: CaseSummary | null;
  };

/** How many closed cases ended so; the interval is 95 %. Both null with fewer than ten cases. */
export type OutcomeShare = {
  outcome: Outcome;
  count: number;
  share: number | null;
  interval: Interval | null;
};

/** How many cases are open, how many of them past their day, and the same of one member's own. */
export type OpenCases = { open: number; overdue: number; own: number; ownOverdue: number };
