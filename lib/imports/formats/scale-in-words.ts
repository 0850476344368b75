export type WordedScale = { min: number; max: number; higherIsBetter: boolean };

const ENDS = /(\d{1,2})\s*=\s*([^\d=]+?)\D*?(\d{1,2})\s*=\s*([^\d=]+)/;
const RANGE =
  /(?<![\d.,-])(\d{1,2})\s*(?:-|–|—|\.{2,3}|…|to|and|bis|und|à|a|al|tot|til)\s*(\d{1,3})(?![\d.,]|\s*(?:minute|hour|day|week|month|year|stunde|tage|woche|monat|jahr|%))/i;
const GOOD =
  /\b(?:yes|ja|oui|certain|sure|best|excellent|very (?:good|satisfied|likely|easy)|extremely|completely|fully|strongly agree|sehr (?:gut|zufrieden|wahrscheinlich|einfach)|sicher)/i;
const BAD =
  /\b(?:not|no|nein|non|never|worst|very (?:bad|poor|dissatisfied|unlikely|difficult)|unlikely|dissatisfied|strongly disagree|sehr (?:schlecht|unzufrieden|unwahrscheinlich|schwierig)|nicht|un[a-zäöü]+)/i;

/**
 * The scale that a question itself says, as "rate us from 1 to 10" and "(1 = no and 5 = certainly)" do; null where it
 * says none. Scales begin at 0 or 1 and end at 3 to 10 or at 100.
 */
export function scaleInWords(question: string): WordedScale | null {
  const ends = ENDS.exec(question);
  const [, low, lowWords = "", high, highWords = ""] = ends ?? [];
  if (ends) return scaleOf(low, high, !isUpsideDown(lowWords, highWords));
  const range = RANGE.exec(question);
  return range ? scaleOf(range[1], range[2], true) : null;
}

function scaleOf(low: string | undefined, high: string | undefined, higherIsBetter: boolean) {
  const [min, max] = [Number(low), Number(high)];
  const isScale = (min === 0 || min === 1) && ((max >= 3 && max <= 10) || max === 100);
  return isScale ? { min, max, higherIsBetter } : null;
}

/** As with marks at school, where 1 is the best. */
function isUpsideDown(low: string, high: string): boolean {
  const isGood = (words: string) => GOOD.test(words) && !BAD.test(words);
  return isGood(low) && !isGood(high);
}
