import type { FigureSums } from "./figure-sums.ts";
import type { SegmentMeasures } from "./segment-measures.ts";

/** How a condition compares; `in`: one of several, `known`: there is something to compare at all, `unknown`: there is not. */
export const OPERATORS = [
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "between",
  "in",
  "contains",
  "known",
  "unknown",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A calendar day YYYY-MM-DD, or so many days before the one on which the rule is asked. */
export type DayValue = string | { readonly daysAgo: number };

export type ScalarValue = number | boolean | DayValue;
/** `between` has two, both counted; `in` a list; `known` and `unknown` none. */
export type RuleValue = ScalarValue | readonly ScalarValue[];

/**
 * One thing that is true or false of a customer. Where nothing is known of the field it is false, whatever the operator but `unknown`:
 * `none` around it is then true.
 */
export type Condition = {
  readonly field: string;
  readonly op: Operator;
  readonly value?: RuleValue | undefined;
};

export const COMBINATIONS = ["all", "any", "none"] as const;
export type Combination = (typeof COMBINATIONS)[number];

/** Groups and conditions of which all, any or none must be true; never empty. */
export type Group =
  | { readonly all: readonly Part[] }
  | { readonly any: readonly Part[] }
  | { readonly none: readonly Part[] };
export type Part = Group | Condition;

/** Where a part stands in its rule: ["all", 2, "any", 0]. */
export type RulePath = readonly (string | number)[];

export const RULE_PROBLEMS = [
  "attribute_gone",
  "attribute_changed",
  "need_gone",
  "contradiction",
] as const;

/**
 * What is wrong with a rule that can be asked all the same: an attribute that no customer has any more, one whose values are of
 * another kind now, or a need that is put away or deleted (all are as if nothing were known), or conditions that no customer can meet
 * together.
 */
export type RuleProblem = {
  readonly code: (typeof RULE_PROBLEMS)[number];
  readonly field: string;
  readonly path: RulePath;
};

/** What is known of a field of one customer; null for nothing. Money in minor units, days YYYY-MM-DD. */
export type Fact = number | string | readonly string[] | null;

/** One customer: facts by field, and attributes as they are stored. A field that is missing is not known. */
export type CustomerFacts = {
  readonly fields: Readonly<Record<string, Fact>>;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Customers who meet the same of the questions asked: `met` tells of each question, in order. */
export type CountedGroup = { readonly met: readonly boolean[]; readonly sums: FigureSums };

/** That a customer belongs to a segment that is a list, or leaves it, as an import hands it over. */
export type ListingToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  customerExternalId: string | null;
  segment: string | null;
  hasLeft: boolean;
};

/** What is shown of a segment wherever it is used, as last computed. */
export type SegmentNow = {
  /** YYYY-MM-DD */
  readonly computedOn: string;
  readonly currency: string;
  /** How many they are */
  readonly customers: number;
  /** The tier of what its customers are worth on average; null without a run of lifetime value */
  readonly tier: string | null;
  readonly now: SegmentMeasures;
};

/** The same with the measures of at least four weeks before in the same currency; null where there are none. */
export type SegmentNumbers = SegmentNow & {
  readonly before: { readonly computedOn: string; readonly measures: SegmentMeasures } | null;
};
