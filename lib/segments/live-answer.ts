import type { ComparedMeasure } from "./compare-measures.ts";
import type { RuleProblem } from "./types.ts";

/** What the builder is told of a rule while it is written. Money in minor units, shares 0..1; null: not known. */
export type LiveAnswer = {
  readonly customers: number;
  readonly ofAll: number;
  /** Customers who meet each part, by where it stands: "all.0" */
  readonly counts: Readonly<Record<string, number>>;
  /** What is wrong with the rule though it can be asked */
  readonly problems: readonly RuleProblem[];
  readonly shareOfCustomers: number | null;
  readonly shareOfClv: number | null;
  readonly shareOfRisk: number | null;
  readonly riskMinor: number | null;
  readonly allRiskMinor: number | null;
  readonly comparison: readonly ComparedMeasure[];
  /** Other segments with some of the same customers, the most first */
  readonly overlaps: readonly { id: string; name: string; customers: number }[];
  readonly currency: string;
  readonly tookMs: number;
};
