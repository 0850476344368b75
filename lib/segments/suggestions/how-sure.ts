import { median } from "#lib/stats/median.ts";

/** Groups that lie well apart, touch each other, or hardly lie apart at all. */
export type Clarity = "clear" | "touching" | "blurred";
/** Whether other samples of the customers give the same groups. */
export type Steadiness = "steady" | "shifting" | "chance";

/** From the mean silhouette. Source: Kaufman and Rousseeuw (1990), Finding Groups in Data, table 4. */
export function clarityOf(width: number): Clarity {
  if (width > 0.5) return "clear";
  return width > 0.25 ? "touching" : "blurred";
}

/** From the median of the adjusted Rand indices; none at all tell nothing. */
export function steadinessOf(agreements: readonly number[]): Steadiness {
  const middle = median(agreements) ?? 0;
  if (middle >= 0.8) return "steady";
  return middle >= 0.5 ? "shifting" : "chance";
}
