import { rangeInWords } from "./range-in-words.ts";
import { isUpsideDown } from "./word-sense.ts";

export type WordedScale = { min: number; max: number; higherIsBetter: boolean };

const LABEL = /(?<![\d.,])(\d{1,3})\s*=\s*([^\d=]+)/g;
/** Ends with their names in brackets, as in "1 (very good) to 6 (very bad)" */
const BRACKETED =
  /(?<![\d.,])(\d{1,3})\s*\(([^()\d]{1,60})\)\s*(?:-|–|—|\.{2,3}|…|to|and|bis|und|à|a|al|e|y|et|en|tot|til)\s*(\d{1,3})\s*\(([^()\d]{1,60})\)/i;
/** What goes on behind the words of a label is no part of it. */
const BEHIND_LABEL = /[).;?!\n].*$/s;
const SCHOOL =
  /\bschulnot|\bschool (?:grade|mark)|\bzensur|\bnoten?\s+(?:von\s+|zwischen\s+)?1\s*(?:bis|und)\s*[56]\b/i;
const WORST_MARKS = [5, 6];

/**
 * The scale that a question itself says, as "rate us from 1 to 10" and "(1 = no and 5 = certainly)" do; null where it
 * says none. Scales begin at 0 or 1 and end at 3 to 10 or at 100.
 */
export function scaleInWords(question: string): WordedScale | null {
  return scaleOfLabels(question) ?? scaleOfRange(question);
}

/** By what its ends are called; null where that does not say which end is the good one. */
function scaleOfLabels(question: string): WordedScale | null {
  const labels = labelsIn(question).toSorted((one, other) => one.value - other.value);
  const [low, high] = [labels[0], labels.at(-1)];
  if (!low || !high || !isScale(low.value, high.value)) return null;
  // More labels than the ends may be no scale but a list, as of "1 = mail, 2 = shop, 3 = phone".
  const down = isUpsideDown(low.words, high.words, { isSure: labels.length > 2 });
  return down === null ? null : { min: low.value, max: high.value, higherIsBetter: !down };
}

function labelsIn(question: string): { value: number; words: string }[] {
  const ends = BRACKETED.exec(question);
  if (ends) {
    const [, first, firstWords = "", last, lastWords = ""] = ends;
    return [
      { value: Number(first), words: firstWords },
      { value: Number(last), words: lastWords },
    ];
  }
  return [...question.matchAll(LABEL)].map(([, number, words = ""]) => ({
    value: Number(number),
    words: words.replace(BEHIND_LABEL, ""),
  }));
}

function scaleOfRange(question: string): WordedScale | null {
  const range = rangeInWords(question, isScale);
  if (!range) return null;
  // As with marks at school, where 1 is the best.
  const isMark = range.min === 1 && WORST_MARKS.includes(range.max) && SCHOOL.test(question);
  return { ...range, higherIsBetter: !isMark };
}

function isScale(min: number, max: number): boolean {
  return (min === 0 || min === 1) && ((max >= 3 && max <= 10) || max === 100);
}
