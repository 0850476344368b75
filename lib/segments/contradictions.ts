import type { End, PlacedTest, Stretch, Test, TestGroup } from "./resolved-rule.ts";
import { isTest } from "./resolved-rule.ts";
import type { RuleProblem } from "./types.ts";

/**
 * Conditions that no customer can meet together, told at the last of them: stretches of a field without a place in common, words of
 * which it cannot have two, and the same asked for and ruled out. Looks at what must be true at once; what is left is only not
 * seen to be impossible.
 */
export function findContradictions(group: TestGroup): RuleProblem[] {
  const inner = group.parts.filter((part): part is TestGroup => !isTest(part));
  const here = group.combination === "all" ? clashesIn(group) : [];
  const below = inner.filter(
    ({ combination }) => !(group.combination === "all" && combination === "all"),
  );
  const nested = group.combination === "all" ? [...below, ...innerOfAll(inner)] : below;
  return [...here, ...nested.flatMap(findContradictions)];
}

/** What stands below groups of `all` inside another: those themselves are looked at with it. */
function innerOfAll(groups: readonly TestGroup[]): TestGroup[] {
  return groups
    .filter(({ combination }) => combination === "all")
    .flatMap(({ parts }) => {
      const inner = parts.filter((part): part is TestGroup => !isTest(part));
      const others = inner.filter(({ combination }) => combination !== "all");
      return [...others, ...innerOfAll(inner)];
    });
}

function clashesIn(group: TestGroup): RuleProblem[] {
  const must = testsOf(group, "all");
  const mustNot = new Set(testsOf(group, "none").map(({ test }) => JSON.stringify(test)));
  const fields = new Set(
    must.flatMap(({ test }) => (test.kind === "never" ? [] : [test.field.id])),
  );
  return [...fields].flatMap((field) => {
    const own = must.filter(({ test }) => test.kind !== "never" && test.field.id === field);
    const ruledOut = own.find(({ test }) => mustNot.has(JSON.stringify(test)));
    const clash = ruledOut ?? firstClash(own);
    return clash ? [{ code: "contradiction", field, path: clash.path } satisfies RuleProblem] : [];
  });
}

/** The condition from which on nothing is left of a field. */
function firstClash(own: readonly PlacedTest[]): PlacedTest | undefined {
  const tests = own.map(({ test }) => test);
  if (leavesSomething(tests)) return undefined;
  return own.find((_, place) => !leavesSomething(tests.slice(0, place + 1)));
}

/** Conditions that have to be true (`all`), or false (`none`), whenever the group is. */
function testsOf(group: TestGroup, wanted: "all" | "none"): PlacedTest[] {
  return group.parts.flatMap((part) => {
    if (isTest(part)) return wanted === "all" ? [part] : [];
    if (part.combination === "all") return testsOf(part, wanted);
    return part.combination === "none" && wanted === "none" ? part.parts.filter(isTest) : [];
  });
}

/** Whether a field could be all of these at once. A field of several words can. */
function leavesSomething(tests: readonly Test[]): boolean {
  const own = tests.flatMap((test) =>
    test.kind !== "never" && test.field.type !== "set" ? [test] : [],
  );
  const numbers = meet(own.flatMap((test) => (test.kind === "numbers" ? [test] : [])));
  const days = meet(own.flatMap((test) => (test.kind === "days" ? [test] : [])));
  if (!(isOpen(numbers) && isOpen(days))) return false;
  const among = own.flatMap((test) => (test.kind === "among" ? [test] : []));
  const [first, ...rest] = among.flatMap(({ isNot, values }) => (isNot ? [] : [new Set(values)]));
  if (!first) return true;
  const not = new Set(among.flatMap(({ isNot, values }) => (isNot ? values : [])));
  return [...first].some(
    (value) =>
      !not.has(value) &&
      rest.every((values) => values.has(value)) &&
      (typeof value !== "number" || lies(value, numbers)),
  );
}

/** The stretch that several have in common. */
function meet<T extends number | string>(stretches: readonly Stretch<T>[]): Stretch<T> {
  return stretches.reduce(
    (common, { from, to }) => ({
      from: tighter(common.from, from, (a, b) => a > b),
      to: tighter(common.to, to, (a, b) => a < b),
    }),
    { from: null, to: null },
  );
}

function tighter<T>(
  one: End<T> | null,
  other: End<T> | null,
  isBeyond: (a: T, b: T) => boolean,
): End<T> | null {
  if (!(one && other)) return one ?? other;
  if (one.at === other.at) return one.isIn ? other : one;
  return isBeyond(one.at, other.at) ? one : other;
}

function isOpen<T extends number | string>({ from, to }: Stretch<T>): boolean {
  if (!(from && to)) return true;
  return from.at < to.at || (from.at === to.at && from.isIn && to.isIn);
}

function lies(value: number, { from, to }: Stretch<number>): boolean {
  const end = { at: value, isIn: true };
  return isOpen({ from, to: end }) && isOpen({ from: end, to });
}
