import { possibleValues } from "./possible-values.ts";
import { type FieldTest, isTest, type PlacedTest, type TestGroup } from "./resolved-rule.ts";
import type { RuleProblem } from "./types.ts";

/**
 * Conditions that no customer can meet together, told at the one from which on nothing is left of a field. Looks at what must be true
 * and what must be false at once, field by field; what is left is only not seen to be impossible.
 */
export function findContradictions(root: TestGroup): RuleProblem[] {
  const found = root.combination === "all" ? findIn(root) : [...clashesOf(root), ...inner(root)];
  // A group alone in its group is met there too.
  return [...new Map(found.map((each) => [`${each.field} ${each.path.join(".")}`, each])).values()];
}

/** Groups inside a rule are looked at where all they ask must be true at once; those that count with another one are not told twice. */
function findIn(group: TestGroup): RuleProblem[] {
  const here = group.combination === "all" ? clashesOf(group) : [];
  return [...here, ...inner(group)];
}

function inner(group: TestGroup): RuleProblem[] {
  return group.parts
    .filter((part): part is TestGroup => !isTest(part))
    .flatMap((part) =>
      group.combination === "all" && part.combination === "all" ? inner(part) : findIn(part),
    );
}

/** A condition with a field that has to be true, or false. */
type Demand = { readonly test: FieldTest; readonly placed: PlacedTest; readonly isTrue: boolean };

function clashesOf(group: TestGroup): RuleProblem[] {
  const demands = demandsOf(group, true);
  const fields = new Set(demands.map(({ test }) => test.field.id));
  return [...fields].flatMap((field) => {
    const clash = clashIn(demands.filter(({ test }) => test.field.id === field));
    return clash ? [{ code: "contradiction", field, path: clash.path } satisfies RuleProblem] : [];
  });
}

/** What has to be true or false whenever a part is true, or with `isTrue` false whenever it is false. */
function demandsOf(part: TestGroup | PlacedTest, isTrue: boolean): Demand[] {
  if (isTest(part)) {
    const { test } = part;
    if (test.kind === "never") return [];
    // That nothing is known is that something is, the other way round.
    if (test.kind === "known" && test.isNot)
      return [{ test: { ...test, isNot: false }, placed: part, isTrue: !isTrue }];
    return [{ test, placed: part, isTrue }];
  }
  const { combination, parts } = part;
  // All that are true, or an "any" that is false, say something of every part; the others only of a single one.
  const isEvery = parts.length === 1 || (combination === "any") !== isTrue;
  if (!isEvery) return [];
  const isPartTrue = combination === "none" ? !isTrue : isTrue;
  return parts.flatMap((each) => demandsOf(each, isPartTrue));
}

/** The condition from which on nothing is left of a field; null where something is. */
function clashIn(demands: readonly Demand[]): PlacedTest | null {
  const must = demands.filter(({ isTrue }) => isTrue);
  const mustNot = demands.flatMap(({ test, isTrue }) => (isTrue ? [] : [test]));
  const isPossible = (count: number) =>
    possibleValues(
      must.slice(0, count).map(({ test }) => test),
      mustNot,
    );
  if (isPossible(must.length)) return null;
  if (must.length === 0) return demands.at(-1)?.placed ?? null;
  // What is impossible stays so with more: the first such place is between those two.
  let [least, most] = [1, must.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (isPossible(middle)) least = middle + 1;
    else most = middle;
  }
  return must[least - 1]?.placed ?? null;
}
