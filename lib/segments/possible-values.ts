import { nextDay } from "#lib/time/index.ts";
import type { Field } from "./fields.ts";
import { foldText, holdsText } from "./fold-text.ts";
import type { FieldTest, Stretch } from "./resolved-rule.ts";

/** A word that no condition names. */
const OTHER = Symbol("another word");
type Candidate = number | string | typeof OTHER;

/**
 * Whether a field can meet all of some conditions and none of others: never no where some value does. All conditions are of one field.
 *
 * Tries every value where an answer could change: the bounds and what lies between and beyond them, the words that are named and one
 * that is not. What is not known meets no condition; a count is always known.
 */
export function possibleValues(must: readonly FieldTest[], mustNot: readonly FieldTest[]): boolean {
  const field = (must[0] ?? mustNot[0])?.field;
  if (!field || (must.length === 0 && field.unit !== "count")) return true;
  if (field.type === "set") return canHoldWords(must, mustNot);
  const wanted = must.map((test) => meets(test, true));
  const unwanted = mustNot.map((test) => meets(test, false));
  return candidatesOf([...must, ...mustNot], must, field).some(
    (value) => wanted.every((each) => each(value)) && !unwanted.some((each) => each(value)),
  );
}

/** Of several words a condition names any: it needs one that is not ruled out. With `isNot` it rules its words out, and needs another one. */
function canHoldWords(must: readonly FieldTest[], mustNot: readonly FieldTest[]): boolean {
  if (mustNot.some(({ kind }) => kind === "known")) return false;
  const ruledOut = new Set([
    ...mustNot.filter((test) => !rulesOut(test)).flatMap(wordsOf),
    ...must.filter(rulesOut).flatMap(wordsOf),
  ]);
  const needed = [...must.filter((test) => !rulesOut(test)), ...mustNot.filter(rulesOut)];
  const isLeft = (words: readonly (number | string)[]) => words.some((word) => !ruledOut.has(word));
  return needed.every((test) => test.kind === "known" || isLeft(wordsOf(test)));
}

function rulesOut(test: FieldTest): boolean {
  return test.kind === "among" && test.isNot;
}

function wordsOf(test: FieldTest): readonly (number | string)[] {
  return test.kind === "among" ? test.values : [];
}

function meets(test: FieldTest, isWanted: boolean): (value: Candidate) => boolean {
  switch (test.kind) {
    case "known":
      return () => true;
    case "numbers":
      return (value) => typeof value === "number" && lies(value, test);
    case "days":
      return (value) => typeof value === "string" && lies(value, test);
    case "among": {
      const values = new Set<Candidate>(test.values);
      return (value) => values.has(value) !== test.isNot;
    }
    case "contains":
      // Another word may contain what it should, and not what it should not.
      return (value) =>
        typeof value === "string" ? holdsText(value, test.text) : value === OTHER && isWanted;
  }
}

function lies<T extends number | string>(value: T, { from, to }: Stretch<T>): boolean {
  const isAfter = !from || value > from.at || (from.isIn && value === from.at);
  return isAfter && (!to || value < to.at || (to.isIn && value === to.at));
}

function candidatesOf(
  tests: readonly FieldTest[],
  must: readonly FieldTest[],
  field: Field,
): readonly Candidate[] {
  if (field.type === "yes_no") return ["yes", "no"];
  if (field.limits.choices) return field.limits.choices;
  const named = must.find((test) => test.kind === "among" && !test.isNot);
  if (named) return wordsOf(named);
  if (field.type === "number") return numbersOf(tests, field);
  if (field.type === "day") return daysOf(tests, field);
  // Two conditions that say the same settle each other, whatever the text.
  return hasOpposites(tests, must) ? tests.flatMap(wordsOf) : [...tests.flatMap(wordsOf), OTHER];
}

function hasOpposites(tests: readonly FieldTest[], must: readonly FieldTest[]): boolean {
  const folded = (some: readonly FieldTest[]) =>
    some.flatMap((test) =>
      test.kind === "contains" ? [foldText(test.text) || test.text.trim()] : [],
    );
  const unwanted = new Set(folded(tests.slice(must.length)));
  return folded(must).some((text) => unwanted.has(text));
}

function numbersOf(tests: readonly FieldTest[], { limits }: Field): number[] {
  const ends = tests.flatMap((test) => {
    if (test.kind === "numbers")
      return [test.from, test.to].flatMap((end) => (end ? [end.at] : []));
    return wordsOf(test).map(Number);
  });
  const edges = [limits.least, limits.most].flatMap((edge) => edge ?? []);
  const sorted = [...new Set([0, ...edges, ...ends])].toSorted((a, b) => a - b);
  const found = limits.isWhole ? wholeNear(sorted) : between(sorted);
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = limits;
  return found.filter((value) => value >= least && value <= most);
}

function wholeNear(ends: readonly number[]): number[] {
  return ends.flatMap((end) => {
    const [below, above] = [Math.floor(end), Math.ceil(end)];
    return [below - 1, below, above, above + 1];
  });
}

/** The ends, a number between each two, and one beyond on either side. */
function between(ends: readonly number[]): number[] {
  const [first = 0, last = 0] = [ends.at(0), ends.at(-1)];
  const beyond = (end: number) => Math.max(1, Math.abs(end));
  const middles = ends.slice(1).map((end, at) => ((ends[at] ?? end) + end) / 2);
  return [first - beyond(first), ...ends, ...middles, last + beyond(last)];
}

/** Days as they are stored of an attribute are texts: something lies between any two. */
function daysOf(tests: readonly FieldTest[], { attribute }: Field): string[] {
  const ends = tests.flatMap((test) =>
    test.kind === "days" ? [test.from, test.to].flatMap((end) => (end ? [end.at] : [])) : [],
  );
  if (ends.length === 0) return ["2000-01-01"];
  if (attribute !== null) return ["0", ...ends.flatMap((day) => [day, `${day}~`])];
  return ends.flatMap((day) => [nextDay(day, -1), day, nextDay(day, 1)]);
}
