import type { Measure } from "../segment-measures.ts";

/** What a segment is scored by: customers, CLV a customer, three judgements of 1 to 5, and the cost to serve a customer. */
export const FACTORS = ["size", "clv", "fit", "capacity", "competency", "cost"] as const;
export type Factor = (typeof FACTORS)[number];

/** How much each factor counts: exponents of a weighted geometric mean. 0 leaves it out. */
export type Weights = Readonly<Record<Factor, number>>;
export const USUAL_WEIGHTS: Weights = {
  ...{ size: 1, clv: 1, fit: 1, capacity: 1, competency: 1, cost: 1 },
};
export const MOST_WEIGHT = 10;

/** What people judge: fit with what customers need, capacity to serve more, competency at what they need. */
export const JUDGEMENTS = ["fit", "capacity", "competency"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];
export const MOST_POINTS = 5;

/** What is known of each factor, in its own unit; null for nothing. Money in minor units. */
export type FactorFacts = Readonly<Record<Factor, number | null>>;

/** Each factor on 0..1, and all together on 0..100; null where a factor that counts is not known. */
export type TargetScore = {
  readonly scales: FactorFacts;
  readonly score: number | null;
};

/** The best and the worst rank while one weight at a time moves. */
export type RankRange = { readonly best: number; readonly worst: number };

/** What somebody has said of a segment as a target. `version` 0: nobody has. */
export type TargetNotes = Readonly<Record<Judgement, number | null>> & {
  readonly rank: number | null;
  readonly rankWhy: string | null;
  readonly notWhy: string | null;
  readonly version: number;
};

export type TargetRow = TargetNotes & {
  readonly segmentId: string;
  readonly name: string;
  /** null where the segment has not been computed yet */
  readonly customers: number | null;
  readonly clv: Measure | null;
  /** Of a customer with orders, in minor units; null where no cost is known */
  readonly costToServe: Measure | null;
  readonly scales: FactorFacts;
  readonly score: number | null;
  /** Among those with a score, 1 the best; null without one */
  readonly scoreRank: number | null;
  readonly range: RankRange | null;
};

export type Targeting = {
  /** YYYY-MM-DD; null before segments were computed */
  readonly computedOn: string | null;
  readonly currency: string;
  readonly weights: Weights;
  readonly weightsVersion: number;
  /** By rank of hand, then by score, then by name */
  readonly rows: readonly TargetRow[];
};

/** What a change took the place of, and the version there is now: enough to take it back. */
export type Undoable = {
  readonly former: Readonly<Record<string, string>>;
  readonly version: number;
};

/** What people say of a target, as its history tells it. */
export const TARGET_PARTS = [...JUDGEMENTS, "rank", "rankWhy", "notWhy"] as const;
export type TargetPart = (typeof TARGET_PARTS)[number];

/** One thing that a version changed; null for nothing, and before the first version that was kept. */
export type Changed<Part extends string, Value> = {
  readonly part: Part;
  readonly from: Value | null;
  readonly to: Value | null;
};

/** A state that there was: who made it, when (ISO 8601 in UTC), and what it changed; null where that is not known. */
export type Version<Part extends string, Value> = {
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  readonly changed: readonly Changed<Part, Value>[];
};
export type TargetVersion = Version<TargetPart, number | string>;
export type WeightsVersion = Version<Factor, number>;
