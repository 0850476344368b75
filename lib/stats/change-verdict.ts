/** What may be said of a change: `unknown` where there is nothing to compare with. */
export type ChangeVerdict = "up" | "down" | "none" | "unknown";

/**
 * Whether a change is clear: the 95 % interval of the difference (now − before) lies wholly above or below 0.
 *
 * Two intervals that overlap say nothing about this. A bound at 0 is no clear change. Worked: [0.49, 7.5] is up, [−2, 5] none.
 */
export function changeVerdict(
  difference: readonly [low: number, high: number] | null,
): ChangeVerdict {
  if (difference === null) return "unknown";
  if (difference[0] > 0) return "up";
  return difference[1] < 0 ? "down" : "none";
}

/** Whether a verdict is good news, bad news, or none, for a number that is better when it is higher or lower. */
export function changeNews(
  verdict: ChangeVerdict,
  betterWhen: "higher" | "lower",
): "good" | "bad" | "neutral" {
  if (verdict === "none" || verdict === "unknown") return "neutral";
  return (verdict === "up") === (betterWhen === "higher") ? "good" : "bad";
}
