import { type Chance, chance } from "./chance.ts";

const SEED = 20_261_130;
const DAY_MS = 86_400_000;
const LAST_DAY_MS = Date.UTC(2026, 9, 31);
const CUSTOMERS = 3_000;
const RESPONDENTS = 260;

/** A need as the demo's survey asks about it. */
export type DemoNeed = {
  statement: string;
  kind: "functional" | "emotional" | "social";
  note: string | null;
  /** As the survey words them */
  importance: string;
  satisfaction: string;
  /** "If it were so" and "if it were not so", where it was asked */
  kano: readonly [ifSo: string, ifNotSo: string] | null;
  /** Chance that somebody finds it important, and is satisfied */
  shares: readonly [important: number, satisfied: number];
  /** Words of what customers said that speaks for it, and how many pieces are linked */
  said?: readonly [words: string, pieces: number];
  /** How much of the judgement all in all comes from it */
  weight: number;
  /** The answers to the two that most give, 1 to 5 */
  kanoUsual?: readonly [ifSo: number, ifNotSo: number];
};

export const OUTCOME = "All in all, how satisfied are you with Alder & Finch?";

const ask = (about: string) => ({
  importance: `How important is it to you that ${about}?`,
  satisfaction: `How satisfied are you today that ${about}?`,
});
const pair = (about: string): readonly [string, string] => [
  `How would you feel if ${about}?`,
  `How would you feel if it were not so that ${about}?`,
];

/** What customers of the demo need, and what its survey found. */
export const DEMO_NEEDS: readonly DemoNeed[] = [
  {
    ...{ statement: "I want to know on which day and hour the fitter comes", kind: "functional" },
    ...{ note: "Said in most calls about deliveries.", ...ask("you know when the fitter comes") },
    ...{ kano: pair("you knew when the fitter comes"), kanoUsual: [4, 1] },
    ...{ shares: [0.91, 0.38], weight: 1.4, said: ["nobody called ahead", 4] },
  },
  {
    ...{ statement: "I want my machine repaired at the first visit", kind: "functional" },
    ...{ note: null, ...ask("a repair is done at the first visit") },
    ...{ kano: pair("a repair were done at the first visit"), kanoUsual: [5, 1] },
    ...{ shares: [0.86, 0.55], weight: 1.1, said: ["about the same repair", 2] },
  },
  {
    ...{ statement: "I do not want to tell my story anew at every call", kind: "emotional" },
    ...{ note: null, ...ask("you need to tell your story only once") },
    ...{ kano: pair("you needed to tell your story only once"), kanoUsual: [5, 3] },
    ...{ shares: [0.34, 0.31], weight: 0.9, said: ["each time I tell it anew", 3] },
  },
  {
    ...{ statement: "I want the old machine taken away without asking twice", kind: "functional" },
    ...{ note: null, ...ask("the old machine is taken away") },
    ...{ kano: null, shares: [0.64, 0.82], weight: 0 },
  },
  {
    ...{ statement: "I want to choose from every colour there is", kind: "social" },
    ...{ note: null, ...ask("you can choose from many colours") },
    ...{ kano: pair("you could choose from many colours"), kanoUsual: [3, 3] },
    ...{ shares: [0.24, 0.71], weight: 0 },
  },
  {
    ...{ statement: "I want to feel that the bill is fair", kind: "emotional" },
    ...{ note: null, ...ask("the bill is fair and says what for") },
    ...{ kano: null, shares: [0.79, 0.61], weight: 0, said: ["invoice was wrong", 1] },
  },
];

/** The survey on needs, as its tool would export it: one line for each answer. */
export function needSurvey(): string {
  const luck = chance(SEED);
  const lines = Array.from({ length: RESPONDENTS }, (_, at) => responseOf(luck, at)).flat();
  return `response_id,customer_id,date,question,score,scale_min,scale_max\n${lines.join("\n")}\n`;
}

function responseOf(luck: Chance, at: number): string[] {
  const customer = `C-${String(1 + luck.whole(CUSTOMERS)).padStart(5, "0")}`;
  const day = new Date(LAST_DAY_MS - luck.whole(150) * DAY_MS).toISOString().slice(0, 10);
  let number = 0;
  const line = (question: string, score: number, scale = "1,5") => {
    number += 1;
    return `NS-${1001 + at}-${number},${customer},${day},"${question}",${score},${scale}`;
  };
  let felt = 0;
  const lines = DEMO_NEEDS.flatMap(
    ({ importance, satisfaction, kano, shares, weight, kanoUsual }) => {
      const satisfied = stepOf(luck, shares[1]);
      felt += weight * (satisfied - 3);
      return [
        line(importance, stepOf(luck, shares[0])),
        line(satisfaction, satisfied),
        ...(kano && kanoUsual
          ? kano.map((words, side) => line(words, near(luck, kanoUsual[side] ?? 3)))
          : []),
      ];
    },
  );
  const outcome = Math.round(6 + felt + 5 * luck.next() - 2.5);
  return [...lines, line(OUTCOME, Math.min(10, Math.max(0, outcome)), "0,10")];
}

/** 4 or 5 with the given chance. */
function stepOf(luck: Chance, share: number): number {
  return luck.next() < share ? 4 + luck.whole(2) : 1 + luck.whole(3);
}

/** What most say, seven times of ten. */
function near(luck: Chance, usual: number): number {
  return luck.next() < 0.7 ? usual : 1 + luck.whole(5);
}
