export type MarkShape = "circle" | "square" | "triangle" | "diamond" | "wedge" | "cross";

/** A series is told apart by colour, dash and mark together. */
export type SeriesLook = { color: string; dash: string | undefined; mark: MarkShape };

/** What three series always look like, wherever they are drawn. */
export type SeriesMeaning = "actual" | "perceived" | "desired";

const MEANINGS: Record<SeriesMeaning, SeriesLook> = {
  actual: { color: "var(--actual)", dash: undefined, mark: "circle" },
  perceived: { color: "var(--perceived)", dash: "6 4", mark: "square" },
  desired: { color: "var(--desired)", dash: "1 4", mark: "triangle" },
};

const LOOKS: readonly SeriesLook[] = [
  { color: "var(--cat-1)", dash: undefined, mark: "circle" },
  { color: "var(--cat-2)", dash: "6 4", mark: "square" },
  { color: "var(--cat-3)", dash: "1 4", mark: "triangle" },
  { color: "var(--cat-4)", dash: "8 3 2 3", mark: "diamond" },
  { color: "var(--cat-5)", dash: "3 3", mark: "wedge" },
  { color: "var(--cat-6)", dash: "10 4", mark: "cross" },
];

const ALONE: SeriesLook = { color: "var(--seq-5)", dash: undefined, mark: "circle" };

/** More series than this become "Other" or several figures. */
export const MOST_SERIES = LOOKS.length;

/** The look of the series at `index` of `count`, or of its fixed meaning. */
export function seriesLook(index: number, count: number, meaning?: SeriesMeaning): SeriesLook {
  if (meaning) return MEANINGS[meaning];
  if (count === 1) return ALONE;
  return LOOKS[index % MOST_SERIES] ?? ALONE;
}
