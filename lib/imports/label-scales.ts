import { wordKey } from "./read-word.ts";

// A data table: the usual labels of five-point scales, the lowest first, in English and German.
const SCALES: readonly (readonly [string, string, string, string, string])[] = [
  [
    "very dissatisfied|very unsatisfied|extremely dissatisfied|completely dissatisfied|sehr unzufrieden",
    "dissatisfied|unsatisfied|somewhat dissatisfied|rather dissatisfied|unzufrieden|eher unzufrieden",
    "neutral|neither|neither satisfied nor dissatisfied|weder noch|teils teils|weder zufrieden noch unzufrieden",
    "satisfied|somewhat satisfied|rather satisfied|zufrieden|eher zufrieden",
    "very satisfied|extremely satisfied|completely satisfied|sehr zufrieden",
  ],
  [
    "strongly disagree|stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu",
    "disagree|somewhat disagree|stimme nicht zu|stimme eher nicht zu|trifft nicht zu|trifft eher nicht zu",
    "neutral|neither|neither agree nor disagree|undecided|teils teils|weder noch|unentschieden",
    "agree|somewhat agree|stimme zu|stimme eher zu|trifft zu|trifft eher zu",
    "strongly agree|stimme voll zu|stimme voll und ganz zu|stimme völlig zu|trifft voll zu|trifft voll und ganz zu",
  ],
  [
    "very difficult|very hard|extremely difficult|sehr schwierig|sehr schwer",
    "difficult|hard|somewhat difficult|somewhat hard|schwierig|schwer|eher schwierig|eher schwer",
    "neutral|neither|neither easy nor difficult|neither easy nor hard|weder noch|teils teils|mittel",
    "easy|somewhat easy|einfach|leicht|eher einfach|eher leicht",
    "very easy|extremely easy|sehr einfach|sehr leicht",
  ],
  [
    "very poor|very bad|terrible|sehr schlecht",
    "poor|bad|schlecht|eher schlecht",
    "average|fair|neutral|okay|ok|mittel|mittelmäßig|durchschnittlich|geht so",
    "good|gut|eher gut",
    "very good|excellent|sehr gut|ausgezeichnet",
  ],
  [
    "very unlikely|not at all likely|extremely unlikely|sehr unwahrscheinlich",
    "unlikely|somewhat unlikely|unwahrscheinlich|eher unwahrscheinlich",
    "neutral|neither|neither likely nor unlikely|teils teils|weder noch",
    "likely|somewhat likely|wahrscheinlich|eher wahrscheinlich",
    "very likely|extremely likely|sehr wahrscheinlich",
  ],
  [
    "never|nie|niemals",
    "rarely|seldom|selten",
    "sometimes|manchmal",
    "often|häufig|oft",
    "always|immer",
  ],
];

const SCORES = SCALES.map(
  (labels) =>
    new Map(
      labels.flatMap((words, at) =>
        words.split("|").map((word) => [wordKey(word), String(at + 1)] as const),
      ),
    ),
);

/**
 * What labels among these are worth from 1 to 5, where at least two and half of all are of one usual five-point scale
 * and no two of them mean the same; null otherwise.
 */
export function scoreLabels(labels: readonly string[]): ReadonlyMap<string, string> | null {
  for (const scores of SCORES) {
    const read = new Map(
      labels.flatMap((label) => {
        const score = scores.get(wordKey(label));
        return score === undefined ? [] : [[label, score] as const];
      }),
    );
    const isScale = read.size >= 2 && 2 * read.size >= labels.length;
    if (isScale && new Set(read.values()).size === read.size) return read;
  }
  return null;
}
