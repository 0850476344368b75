export type Range = { min: number; max: number };

const RANGE =
  /(?<![\d.,-])(\d{1,2})\s*(-|–|—|\.{2,3}|…|\b(?:to|and|bis|und|à|a|al|e|y|et|en|tot|til)\b|à)\s*(\d{1,3})(?!\d|[.,-]\d)/gi;

/** Numbers of things: days and shares, or a thing that is numbered. */
const COUNTED_BEHIND =
  /^\s*(?:%|€|\$|x\b|times|mal\b|per\b|pro\b|a\s(?:day|week|month|year)|minute|hour|day|week|month|year|stunde|tage|woche|monat|jahr)/i;
const NUMBERED_BEFORE =
  /\b(?:rooms?|numbers?|questions?|q|shops?|stores?|branch(?:es)?|floors?|days?|weeks?|lines?|pages?|items?|products?|gates?|tables?|seats?|steps?|parts?|chapters?|zimmer|r[äa]ume?|nummern?|fragen?|filialen?|stockwerke?|schritte?|teile?)\s*$/i;
const ASKS_COUNT =
  /\b(?:how (?:many|often|long|old)|number of|age|wie ?(?:viele|oft|lange|alt|h[äa]ufig)|anzahl|alter|combien|nombre de|cu[aá]nt[oa]s|n[uú]mero d[ei]|quant[ie]|hoe ?(?:veel|vaak)|aantal)\b(?!\s(?:points?|stars?|punkte|sterne|étoiles|puntos|punti))/i;
const ASKS_WHICH = /\b(?:which|what|welche\w*|quel\w*|cu[aá]l\w*|quale|welke?)\b/i;

const SAYS_SCALE = /\b(?:scale|skala|[ée]chelle|escala|scala|schaal)\b/i;
const RATES =
  /\b(?:rat(?:e|ed|ing)|scor|grade|mark|stars?\b|points?\b|satisf|likely|recommend|agree|easy|important|bewert|beurteil|sterne|punkte|noten?\b|schulnot|zufrieden|wahrscheinlich|weiterempf|einfach|wichtig|[ée]toile|estrella|recommand|recomend|cijfer)/i;
const OPENS =
  /(?:^|[([{:;,–—?!.]|\b(?:from|between|von|zwischen|vom|de|del|du|da|dal|entre|tra|van|tussen|rate|rating|score|schulnoten?|noten?))\s*$/i;
const CLOSES = /^\s*(?:[)\]}.?!:,;–—-]|$|stars?|points?|sterne|punkte|[ée]toiles|estrellas)/i;

const PAIRS = /^(?:and|und|e|y|et|en)$/i;
const BETWEEN = /\b(?:between|zwischen|entre|tra|fra|tussen)\s*$/i;
const SHORT_TO = /^(?:a|al)$/i;
const FROM = /\b(?:de|del|da|dal|dall['’])\s*$/i;

/** The first range of numbers in a question that is meant as a scale, and not as numbers of things; null for none. */
export function rangeInWords(
  question: string,
  fits: (min: number, max: number) => boolean,
): Range | null {
  for (const match of question.matchAll(RANGE)) {
    const [text, low, joint = "", high] = match;
    const [min, max] = [Number(low), Number(high)];
    const before = question.slice(0, match.index);
    const behind = question.slice(match.index + text.length);
    if (fits(min, max) && isJoined(joint, before) && isMeant(question, before, behind))
      return { min, max };
  }
  return null;
}

/** "1 and 5" are two numbers, "between 1 and 5" is a range. */
function isJoined(joint: string, before: string): boolean {
  if (PAIRS.test(joint)) return BETWEEN.test(before);
  return SHORT_TO.test(joint) ? FROM.test(before) : true;
}

function isMeant(question: string, before: string, behind: string): boolean {
  if (COUNTED_BEHIND.test(behind) || NUMBERED_BEFORE.test(before)) return false;
  if (SAYS_SCALE.test(question)) return true;
  const rates = RATES.test(question);
  if (ASKS_COUNT.test(question) || (ASKS_WHICH.test(question) && !rates)) return false;
  return OPENS.test(before) || (rates && CLOSES.test(behind));
}
