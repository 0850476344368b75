/** One bar of a figure; null is "–", not a bar of nothing. */
export type ChartBar = { key: string; name: string; value: number | null };
