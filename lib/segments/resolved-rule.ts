import type { AttributeType } from "#lib/customers/types.ts";
import type { Field } from "./fields.ts";
import type { Combination, RulePath, RuleProblem } from "./types.ts";

/** One end of a stretch; `isIn`: whether the end itself counts. */
export type End<T> = { readonly at: T; readonly isIn: boolean };
export type Stretch<T> = { readonly from: End<T> | null; readonly to: End<T> | null };

/** A condition as it is asked: every operator comes down to one of these. Money is in minor units, days are calendar days. */
export type Test =
  | ({ readonly kind: "numbers"; readonly field: Field } & Stretch<number>)
  | ({ readonly kind: "days"; readonly field: Field } & Stretch<string>)
  /** One of several; `isNot`: something else is known */
  | {
      readonly kind: "among";
      readonly field: Field;
      readonly values: readonly (number | string)[];
      readonly isNot: boolean;
    }
  | { readonly kind: "contains"; readonly field: Field; readonly text: string }
  /** Whether anything is known; `isNot`: that nothing is */
  | { readonly kind: "known"; readonly field: Field; readonly isNot: boolean }
  /** What nobody knows anything of */
  | { readonly kind: "never" };

/** One that asks a field. */
export type FieldTest = Exclude<Test, { readonly kind: "never" }>;

export type PlacedTest = { readonly test: Test; readonly path: RulePath };

export type TestGroup = {
  readonly combination: Combination;
  readonly parts: readonly (TestGroup | PlacedTest)[];
  readonly path: RulePath;
};

/** What a rule is asked with. `attributes`: the attributes that customers have, and their types. */
export type RuleContext = {
  /** YYYY-MM-DD: what "days ago" counts back from */
  readonly onDay: string;
  readonly currency: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  /** Ids of the needs in use */
  readonly needs: ReadonlySet<string>;
};

/** A rule ready to be asked, and what is wrong with it all the same. */
export type ResolvedRule = {
  readonly root: TestGroup;
  readonly problems: readonly RuleProblem[];
};

/** Whether a part of a rule is met by whoever passes those of its conditions that `passes` says. */
export function isMet(
  part: TestGroup | PlacedTest,
  passes: (test: PlacedTest) => boolean,
): boolean {
  if (isTest(part)) return passes(part);
  const { combination, parts } = part;
  if (combination === "all") return parts.every((each) => isMet(each, passes));
  const isAny = parts.some((each) => isMet(each, passes));
  return combination === "any" ? isAny : !isAny;
}

export function isTest(part: TestGroup | PlacedTest): part is PlacedTest {
  return "test" in part;
}
