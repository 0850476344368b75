const NO_TROUBLE =
  /\b(?:no|without|little|low|kein\w*|ohne|wenig\w*)\s(?:problem|effort|trouble|difficult|aufwand|m[üu]he)|\beffortless|\bm[üu]helos/i;
const BAD =
  /\b(?:not|no|nein|non|never|don['’]t|worst|bad|poor|terrible|awful|horrible|lowest|low|least|minimum|weak|dissatisf|unsatisf|disagree|difficult|hard|problem|effort|trouble|aufwand|nicht|nie|kein|schlecht|schwierig|schwer|mangelhaft|niedrig|gering|insatisf|insoddisf|ontevreden|mauvais|mal[oae]?\b|pas\b|slecht|un(?!d\b|s\b|ter|til|ique|e?\b)[a-zäöü]{3})/i;
const GOOD =
  /\b(?:yes|ja|oui|certain|sure|best|excellent|outstanding|perfect|great|good|highest|high|most|maximum|strong|satisf|agree|likely|easy|happy|pleased|extremely|completely|fully|gut|sehr\b|zufrieden|wahrscheinlich|einfach|leicht|sicher|ausgezeichnet|hervorragend|h[öo]chst|hoch|stimme|tr[eè]s|bien|bueno|buono|muy|molto|excelente|eccellente|soddisf|tevreden|goed)/i;

/** Whether words praise or blame; null where they do neither. */
function senseOf(words: string): "good" | "bad" | null {
  if (NO_TROUBLE.test(words)) return "good";
  if (BAD.test(words)) return "bad";
  return GOOD.test(words) ? "good" : null;
}

/**
 * Whether the low end of a scale is the good one, by what its ends are called; null where that cannot be told. `isSure`
 * asks both ends to say so.
 */
export function isUpsideDown(
  low: string,
  high: string,
  { isSure }: { isSure: boolean },
): boolean | null {
  const [atLow, atHigh] = [senseOf(low), senseOf(high)];
  if (atLow === atHigh || (isSure && !(atLow && atHigh))) return null;
  return atLow === "good" || atHigh === "bad";
}
