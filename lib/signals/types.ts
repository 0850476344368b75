/** Who said it: a customer, or somebody of the house about the house. */
export const AUDIENCES = ["customer", "employee"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Whether something was said in words, or a score alone was given. */
export const WORDS = ["with", "without"] as const;

/** What a score measures; null in a signal whose question is of another kind. */
export const METRICS = ["nps", "csat", "ces", "rating"] as const;
export type Metric = (typeof METRICS)[number];

/** The scale of a score: its ends, and whether more is better. */
export type Scale = { min: number; max: number; higherIsBetter: boolean };

/** One thing that somebody said, as an import or the API hands it over. Days YYYY-MM-DD; instants ISO 8601. */
export type SignalToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  customerExternalId: string | null;
  /** A customer's, unless it says otherwise; undefined where nothing is said of it: what is stored stays */
  audience: Audience | undefined;
  occurredOn: string;
  occurredAt: string | null;
  question: string | null;
  metric: Metric | null;
  /** With its scale, or not at all; both undefined where nothing is said of them: what is stored stays */
  score: number | null | undefined;
  scale: Scale | null | undefined;
  body: string | null;
  language: string | null;
  channel: string | null;
  touchpoint: string | null;
  segment: string | null;
  department: string | null;
};

/** One line of the list of feedback. Days YYYY-MM-DD. */
export type SignalListRow = {
  id: string;
  occurredOn: string;
  audience: Audience;
  question: string | null;
  metric: Metric | null;
  /** null where it was answered in words */
  score: number | null;
  scale: Scale | null;
  body: string | null;
  channel: string | null;
  source: string;
  touchpoint: string | null;
  department: string | null;
  /** Who said it; null where nobody knows, and for those who may not read personal data */
  customer: { id: string; number: string } | null;
};
