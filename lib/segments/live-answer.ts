import type { ClvAtRisk } from "./clv-at-risk.ts";
import type { ComparedMeasure } from "./compare-measures.ts";
import type { Measure } from "./segment-measures.ts";
import type { RuleProblem } from "./types.ts";

/** What the builder is told of a rule at once while it is written. Money in minor units, shares 0..1; null: not known. */
export type LiveAnswer = ClvAtRisk & {
  readonly customers: number;
  readonly ofAll: number;
  /** Customers who meet each part, by where it stands: "all.0" */
  readonly counts: Readonly<Record<string, number>>;
  /** What is wrong with the rule though it can be asked */
  readonly problems: readonly RuleProblem[];
  readonly shareOfCustomers: number | null;
  /** `n`: customers with a CLV; its interval comes with what takes longer */
  readonly shareOfClv: Measure | null;
  readonly currency: string;
  readonly tookMs: number;
};

/** What the builder is told before all customers of a large workspace are counted. Null where these are so few that it takes no time. */
export type EstimateAnswer = {
  /** As many as there would be if the others are like the customers drawn */
  readonly customers: number;
  /** 95 % */
  readonly interval: readonly [low: number, high: number];
  /** How many were drawn, by chance */
  readonly drawn: number;
  readonly ofAll: number;
  /** Estimates of the customers who meet each part, by where it stands: "all.0" */
  readonly counts: Readonly<Record<string, number>>;
  /** What is wrong with the rule though it can be asked */
  readonly problems: readonly RuleProblem[];
  readonly tookMs: number;
} | null;

/** What takes longer: the rule's customers beside all others, and other segments with some of them, the most first. */
export type BesideAnswer = {
  readonly customers: number;
  readonly shareOfClv: Measure | null;
  readonly comparison: readonly ComparedMeasure[];
  readonly overlaps: readonly { id: string; name: string; customers: number }[];
  readonly currency: string;
};
