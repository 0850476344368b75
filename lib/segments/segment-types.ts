import type { AttributeType, LawfulBasis } from "#lib/customers/types.ts";
import type { FigureSums } from "./figure-sums.ts";
import type { Rule } from "./schema.ts";
import type { RuleProblem } from "./types.ts";

/** A rule finds its members (rule), somebody lists them (list), or a file only names it (named). */
export const SEGMENT_KINDS = ["rule", "list", "named"] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** A segment without its figures. */
export type Segment = {
  id: string;
  name: string;
  kind: SegmentKind;
  /** null for another kind, and for a rule that this version of the software cannot read */
  rule: Rule | null;
  note: string | null;
  purpose: string | null;
  lawfulBasis: LawfulBasis | null;
  /** 1 the first; null: not part of the primary segmentation */
  primaryRank: number | null;
  version: number;
  /** Whether its members are those of its rule as it is now */
  isFresh: boolean;
  isArchived: boolean;
};

/** A segment with what was last computed of it; null before that. */
export type SegmentRow = Segment & { sums: FigureSums | null };

/** What was last computed of all customers. */
export type SegmentBasis = {
  /** YYYY-MM-DD */
  computedOn: string;
  currency: string;
  all: FigureSums;
  /** Of those in no segment of the primary segmentation */
  rest: FigureSums;
};

/** Those in use, those put away, and what was computed of all customers; null before the first time. */
export type SegmentList = {
  segments: readonly SegmentRow[];
  archived: readonly SegmentRow[];
  basis: SegmentBasis | null;
};

export const SEGMENT_USES = [
  "needs",
  "personae",
  "interviews",
  "signals",
  "complaints",
  "winLoss",
  "evidence",
  "deletedNeeds",
  "deletedPersonae",
  "deletedClaims",
  "deletedInterviews",
  "primary",
  "target",
] as const;
export type SegmentUseKind = (typeof SEGMENT_USES)[number];

/** What uses a segment, by name; of what uses it without a name of its own only the number is known. */
export type NamedUse = {
  of: "need" | "persona" | "claim" | "interview";
  id: string;
  /** null for an interview with a customer who was erased */
  name: string | null;
  /** Whose a claim is; null for all else */
  personaId: string | null;
};
/** Of one kind more are counted and not named. */
export const MOST_NAMED = 10;

/**
 * What else would break or go if a segment were deleted: how many, and by name those that have one and may be read. Of evidence `named` is
 * what its numbers back. Of a target there is one at most, and it goes along.
 */
export type SegmentUse = { kind: SegmentUseKind; count: number; named: readonly NamedUse[] };

/** A rule that a segment has or had, since when (ISO 8601 in UTC) and by whom; null where that is not known. */
export type RuleVersion = {
  version: number;
  /** null for one that this version of the software cannot read */
  rule: Rule | null;
  changedBy: string | null;
  changedAt: string;
};

/** What rules of a workspace are put in words with: types of attributes by name, statements of needs by id, tiers. */
export type RuleNames = {
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly needs: ReadonlyMap<string, string>;
  /** From the best on */
  readonly tiers: readonly string[];
};

/** A file that lists customers in a segment: how many entries it wrote last, and when it was read (ISO 8601 in UTC; null: it still is). */
export type ListedFile = {
  importId: string;
  fileName: string;
  entries: number;
  finishedAt: string | null;
};

/** `sums` and `basis` are those of the day that was asked for, or of the last one. */
export type SegmentDetail = SegmentRow & {
  /** Which rule made the figures; null for a list, and for days before this was kept */
  figureRuleVersion: number | null;
  /** The latest first */
  rules: readonly RuleVersion[];
  basis: SegmentBasis | null;
  problems: readonly RuleProblem[];
  names: RuleNames;
  /** The latest five first; none for a segment of a rule */
  files: readonly ListedFile[];
  uses: readonly SegmentUse[];
  /** How many customers on each day on which it was computed, the oldest first */
  history: readonly { day: string; customers: number }[];
};
