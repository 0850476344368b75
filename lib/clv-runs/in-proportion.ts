import type { RunDetail } from "./queries.ts";
import type { Interval } from "./types.ts";

/**
 * The 95 % interval of a part of a run's total: that of the whole, in proportion. null where there is none, or no whole.
 *
 * Worked: a part of 50 of a total of 200 (180 to 240) has 45 to 60, one of −50 has −60 to −45.
 */
export function inProportionTo(
  { totals }: Pick<RunDetail, "totals">,
  partMinor: number,
): Interval | null {
  if (!totals?.interval || totals.valueMinor <= 0) return null;
  const share = partMinor / totals.valueMinor;
  const [one, other] = [totals.interval[0] * share, totals.interval[1] * share];
  return one <= other ? [one, other] : [other, one];
}
