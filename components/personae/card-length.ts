/** What stands on a card, as texts: what is put under a heading, and what stands in rows of its own. */
export type CardText = {
  quote: string | null;
  /** Each under a heading */
  texts: readonly string[];
  /** Each list under one heading */
  lists: readonly (readonly string[])[];
  tip: string | null;
  hasFigures: boolean;
};

type Size = { length: string; pt: number; paddingMm: number; gapMm: number };

/** As app/cards.css sets them, the largest first. */
const QUARTER = [
  { length: "brief", pt: 10, paddingMm: 7, gapMm: 2.5 },
  { length: "short", pt: 9, paddingMm: 7, gapMm: 2.5 },
  { length: "medium", pt: 7.75, paddingMm: 7, gapMm: 2.5 },
  { length: "close", pt: 7, paddingMm: 6, gapMm: 2 },
  { length: "long", pt: 6.25, paddingMm: 5, gapMm: 1.5 },
  { length: "full", pt: 5.25, paddingMm: 4.5, gapMm: 1.2 },
] as const satisfies readonly Size[];
const A5 = [
  { length: "short", pt: 11.5, paddingMm: 10, gapMm: 4 },
  { length: "medium", pt: 10.5, paddingMm: 10, gapMm: 4 },
  { length: "close", pt: 9.5, paddingMm: 10, gapMm: 3.5 },
  { length: "long", pt: 8.5, paddingMm: 10, gapMm: 3 },
  { length: "full", pt: 7, paddingMm: 8, gapMm: 2 },
] as const satisfies readonly Size[];

export type CardLength = (typeof QUARTER | typeof A5)[number]["length"] | "crammed";

/** The settings from the largest down to one of them. */
export function lengthsDownTo(length: CardLength, isLarge: boolean): readonly CardLength[] {
  const all = (isLarge ? A5 : QUARTER).map((size): CardLength => size.length);
  const last = all.indexOf(length);
  return last === -1 ? all : all.slice(0, last + 1);
}

const MM_PER_PT = 25.4 / 72;
const LINE_HEIGHT = 1.3;
/** Of the height of letters; words do not fill a row to its end. */
const LETTER_WIDTH = 0.57;
const FIGURE_LETTERS = 270;
const HEADING_ROWS = 1.35;
const GAPS = 6;
const TIP_MM = 4.5;

/** The largest setting in which a card holds all it says, so that nothing is cut off; "crammed" beyond the last. */
export function cardLength(text: CardText, isLarge: boolean): CardLength {
  const [widthMm, heightMm, faceMm] = isLarge ? [148, 209, 19.5] : [105, 148, 13];
  const fits = ({ pt, paddingMm, gapMm }: Size) => {
    const em = pt * MM_PER_PT;
    const letters = Math.floor((widthMm - 2 * paddingMm) / (LETTER_WIDTH * em));
    const free = heightMm - 2 * paddingMm - faceMm - TIP_MM - GAPS * gapMm;
    return rowsOf(text, letters) * LINE_HEIGHT * em <= free;
  };
  return (isLarge ? A5 : QUARTER).find(fits)?.length ?? "crammed";
}

/** How many rows of so many letters it takes. */
function rowsOf({ quote, texts, lists, tip, hasFigures }: CardText, letters: number): number {
  const rows = (text: string, scale = 1) =>
    scale * Math.ceil((scale * (text.length + 2)) / letters);
  const sum = (all: readonly string[]) => all.reduce((total, text) => total + rows(text), 0);
  const headings = texts.length + lists.filter((list) => list.length > 0).length;
  const figures = hasFigures ? 1 + Math.ceil((0.9 * FIGURE_LETTERS) / letters) : 0;
  const said =
    (quote === null ? 0 : rows(quote, 1.15)) + (tip === null ? 0 : rows(`    ${tip}`, 1.05));
  const listed = lists.reduce((total, list) => total + sum(list), 0);
  return 1 + figures + said + headings * HEADING_ROWS + sum(texts) + listed;
}
