import type { KanoResult } from "#lib/stats/kano.ts";
import type { DriverRefusal, DriverWarning } from "#lib/stats/key-drivers.ts";
import type { MeasuredOpportunity } from "#lib/stats/opportunity.ts";
import type { Bounded } from "#lib/stats/share-difference-interval.ts";

/** What a need is about: getting something done, how it feels, or how others see it. */
export const NEED_KINDS = ["functional", "emotional", "social"] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** What a question asks of a need; `outcome` (how it is all in all) asks of none. */
export const NEED_ASPECTS = [
  "importance",
  "satisfaction",
  "kano_functional",
  "kano_dysfunctional",
  "outcome",
] as const;
export type NeedAspect = (typeof NEED_ASPECTS)[number];

/** What a report may say of a need. */
export const RATED_ASPECTS = ["importance", "satisfaction"] as const;
export type RatedAspect = (typeof RATED_ASPECTS)[number];

/** How well a need is backed, from nothing to three sources and more. */
export const EVIDENCE_LEVELS = ["none", "few", "many"] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** A scale as a question was asked on it. */
export type AskedScale = { min: number; max: number };

/** Why answers cannot be read: another scale than five steps, or several at once. */
export type ScaleGap = { reason: "other_scale" | "mixed_scales"; scales: readonly AskedScale[] };

/** Where a measure comes from. Days YYYY-MM-DD. */
export type MeasureOrigin =
  | { kind: "answers" }
  | { kind: "report"; reportedIn: string; askedOn: string };

/** What people said of one aspect, on 1 to 5: `top` is the share of 4 and 5, 0..1, with its 95 % interval. */
export type AspectMeasure = {
  origin: MeasureOrigin;
  n: number;
  mean: number | null;
  /** 95 %, by Student's t; null for a report, which does not tell how answers spread */
  meanInterval: readonly [low: number, high: number] | null;
  topCount: number;
  top: Bounded;
  /** Answers between two steps or off the scale */
  leftOut: number;
};

/** One aspect of a need: measured, or why not. Both null where nobody has asked. */
export type Aspect = { measure: AspectMeasure | null; gap: ScaleGap | null };

/** A need's Kano class; `result` null without pairs of answers. */
export type KanoMeasure = { result: KanoResult | null; gap: ScaleGap | null };

export type NamedSegment = { id: string; name: string };

/** A need with what was measured of it. */
export type MeasuredNeed = {
  id: string;
  statement: string;
  kind: NeedKind;
  /** null: of all customers */
  segment: NamedSegment | null;
  note: string | null;
  version: number;
  isArchived: boolean;
  /** ISO 8601 in UTC */
  createdAt: string;
  evidenceCount: number;
  importance: Aspect;
  satisfaction: Aspect;
  /** null until both are measured */
  opportunity: MeasuredOpportunity | null;
  kano: KanoMeasure;
};

/** A question that is mapped to an aspect of a need. */
export type MappedQuestion = {
  id: string;
  aspect: NeedAspect;
  question: string;
  /** null: whatever source asks it */
  source: { id: string; name: string } | null;
  need: { id: string; statement: string } | null;
};

/** A question of a source, with how it was answered. */
export type SurveyQuestion = {
  source: { id: string; name: string };
  question: string;
  /** Answers with a score */
  n: number;
  scales: readonly AskedScale[];
  /** The most frequent answers, and how often each was given */
  answers: readonly { score: number; count: number }[];
  mapped: readonly MappedQuestion[];
};

/** What a report says of a need. Days YYYY-MM-DD. */
export type NeedRating = {
  id: string;
  aspect: RatedAspect;
  n: number;
  mean: number | null;
  top2: number;
  reportedIn: string;
  askedOn: string;
};

/** What goes along when a need is deleted; `rules`: of segments that ask for it, which are then as if nothing were known. */
export type LinkedRows = { questions: number; ratings: number; evidence: number; rules: number };

/** The same, with the names of those segments as far as they may be read. */
export type NeedLinks = LinkedRows & { ruleNames: readonly string[] };

/** Importance that answers betray: how much of the outcome goes with how well a need is met. */
export type DerivedNeed = {
  needId: string;
  /** Of what all needs explain together, 0..1 */
  share: number;
  /** 95 %, of the share */
  interval: readonly [low: number, high: number];
  isAboveChance: boolean;
};

export type DerivedRefusal = DriverRefusal | "no_outcome" | "mixed_outcome";

export type DerivedImportance = {
  /** Customers with an answer to the outcome */
  respondents: number;
  /** Needs asked too seldom to be weighed: fewer than 30 customers answered both */
  leftOut: readonly string[];
} & (
  | {
      converged: true;
      cases: number;
      rSquared: number;
      warnings: readonly DriverWarning[];
      needs: readonly DerivedNeed[];
    }
  | { converged: false; cases: number; reason: DerivedRefusal; drivers: number }
);

/** Where the three ways to see a need disagree. */
export const DISAGREEMENTS = [
  "said_moves_nothing",
  "moves_unsaid",
  "taken_for_granted",
  "important_indifferent",
  "delights_unasked",
] as const;
export type Disagreement = (typeof DISAGREEMENTS)[number];

/** A need seen in three ways. */
export type ComparedNeed = {
  need: MeasuredNeed;
  derived: DerivedNeed | null;
  disagreements: readonly Disagreement[];
};

/** The opportunity of a need in one segment. */
export type SegmentOpportunity = {
  segment: NamedSegment;
  importance: Aspect;
  satisfaction: Aspect;
  opportunity: MeasuredOpportunity | null;
};
