import { wilsonInterval } from "./wilson-interval.ts";

/** Answers to "if it were so" and "if it were not so", from the warmest to the coldest. */
export const KANO_ANSWERS = ["like", "must_be", "neutral", "live_with", "dislike"] as const;
export type KanoAnswer = (typeof KANO_ANSWERS)[number];

/** In the order in which a tie is decided, and then what says nothing of a need. */
export const KANO_CLASSES = [
  "must_be",
  "one_dimensional",
  "attractive",
  "indifferent",
  "reverse",
  "questionable",
] as const;
export type KanoClass = (typeof KANO_CLASSES)[number];

export type KanoCounts = Readonly<Record<KanoClass, number>>;

/** A share with its 95 % interval (Wilson): −1..0 where it is of loss. */
export type KanoShare = {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
};

/**
 * `kind` null without an answer. `better`, `worse` null where nobody answered with one of the four usual classes. `isClear`: whether
 * the first class is ahead of the second by more than chance. `needsRewording`: above 20 % contradict themselves.
 */
export type KanoResult = {
  readonly kind: KanoClass | null;
  readonly isClear: boolean;
  readonly better: KanoShare | null;
  readonly worse: KanoShare | null;
  readonly needsRewording: boolean;
  readonly n: number;
};

/** Rows: if it were so. Columns: if it were not so. Both in the order of KANO_ANSWERS. */
const TABLE = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"] as const;

const BY_LETTER: Readonly<Record<string, KanoClass>> = {
  M: "must_be",
  O: "one_dimensional",
  A: "attractive",
  I: "indifferent",
  R: "reverse",
  Q: "questionable",
};

/** 95 % point of the standard normal distribution: Fong tests one class against the next at 90 %, on two sides. */
const Z_90 = 1.6448536269514722;
const MOST_QUESTIONABLE = 0.2;

/**
 * The class of one pair of answers.
 *
 * Source: Kano et al. (1984), as tabulated by Berger et al. (1993), Center for Quality of Management Journal 2.
 * Worked: like it, and dislike it otherwise, is one-dimensional.
 */
export function kanoClass(ifSo: KanoAnswer, ifNotSo: KanoAnswer): KanoClass {
  const letter = TABLE[KANO_ANSWERS.indexOf(ifSo)]?.[KANO_ANSWERS.indexOf(ifNotSo)] ?? "Q";
  return BY_LETTER[letter] ?? "questionable";
}

/**
 * What many pairs of answers make of a need: its class, how much better it makes people feel, 0..1, and how much worse they feel
 * without it, −1..0.
 *
 * Better = (A + O) / (A + O + M + I), worse = −(O + M) / (A + O + M + I). Ties go to must-be, one-dimensional, attractive,
 * indifferent, in that order. Clear when |a − b| ≥ 1.645 √((a + b)(2n − a − b) / 2n) for the two largest counts.
 * Source: Berger et al. (1993); Fong (1996), same journal 5. Worked: A 40, O 20, M 10, I 30 of 100 give attractive,
 * not clear, better 0.6, worse −0.3.
 */
export function summariseKano(counts: KanoCounts): KanoResult {
  const n = KANO_CLASSES.reduce((sum, each) => sum + counts[each], 0);
  const [first, second] = KANO_CLASSES.toSorted((a, b) => counts[b] - counts[a]);
  const { must_be: M, one_dimensional: O, attractive: A, indifferent: I } = counts;
  const usual = A + O + M + I;
  return {
    kind: n === 0 || first === undefined ? null : first,
    isClear:
      first !== undefined && second !== undefined && isAhead(counts[first], counts[second], n),
    better: shareOf(A + O, usual),
    worse: negative(shareOf(O + M, usual)),
    needsRewording: counts.questionable > MOST_QUESTIONABLE * n,
    n,
  };
}

function isAhead(a: number, b: number, n: number): boolean {
  if (n === 0) return false;
  return a - b >= Z_90 * Math.sqrt(((a + b) * (2 * n - a - b)) / (2 * n));
}

function shareOf(count: number, n: number): KanoShare | null {
  const interval = wilsonInterval(count, n);
  return interval && { value: count / n, interval };
}

function negative(share: KanoShare | null): KanoShare | null {
  if (!share) return null;
  const [low, high] = share.interval;
  return { value: 0 - share.value, interval: [0 - high, 0 - low] };
}
