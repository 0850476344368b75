const DAY_MS = 86_400_000;

/** A source that nobody has used for longer lies unused. */
export const LATENT_DAYS = 90;

/** What the index needs of a source. */
export type WeighedSource = {
  /** YYYY-MM-DD; null when no decision is known to rest on it */
  lastUsedOn: string | null;
  rowCount: number;
  /** Revenue of the customers whose rows it holds, minor units; null where value is not computed */
  valueMinor: number | null;
};

/** Shares 0..1 of what lies unused; null where there is nothing to share out. */
export type LatencyIndex = {
  sources: number;
  unused: number;
  bySources: number | null;
  rows: number;
  unusedRows: number;
  byRows: number | null;
  valueMinor: number | null;
  unusedValueMinor: number | null;
  byValue: number | null;
};

/** Whether no decision of the last 90 days rests on it; the 90th day before today still counts as used. */
export function isLatent(lastUsedOn: string | null, today: string): boolean {
  if (lastUsedOn === null) return true;
  return (Date.parse(today) - Date.parse(lastUsedOn)) / DAY_MS > LATENT_DAYS;
}

/**
 * How much customer knowledge lies unused: the share of sources that no decision of the last 90 days rests on, each
 * counted once, then weighted by its rows, then by its value. All sources are counted, nothing is sampled: no interval.
 *
 * A customer whose rows lie in two sources gives each of them the whole revenue: the weight says what a source is about,
 * and sums of it are no revenue. Worked: used A of 100 rows and 600 value, unused B of 300 and 200, unused C of 0 and 0
 * give 2/3 of sources, 3/4 of rows, 1/4 of value.
 */
export function latencyIndex(sources: readonly WeighedSource[], today: string): LatencyIndex {
  const latent = sources.filter(({ lastUsedOn }) => isLatent(lastUsedOn, today));
  const rows = sum(sources.map(({ rowCount }) => rowCount));
  const unusedRows = sum(latent.map(({ rowCount }) => rowCount));
  const valueMinor = sumOrNull(sources);
  const unusedValueMinor = valueMinor === null ? null : sumOrNull(latent);
  return {
    ...{ sources: sources.length, unused: latent.length, rows, unusedRows },
    ...{ valueMinor, unusedValueMinor },
    bySources: share(latent.length, sources.length),
    byRows: share(unusedRows, rows),
    byValue: valueMinor === null ? null : share(unusedValueMinor ?? 0, valueMinor),
  };
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** null where the value of one of them is not known. */
function sumOrNull(sources: readonly WeighedSource[]): number | null {
  const values = sources.map(({ valueMinor }) => valueMinor);
  return values.includes(null) ? null : sum(values.map((value) => value ?? 0));
}
