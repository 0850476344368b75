import { NO_VALUE } from "./no-value.ts";

/** An interval as text: "15.21 – 16.47", and "−14 to −2" where a minus sign would meet the dash; null → "–". */
export function formatInterval(
  interval: readonly [low: number, high: number] | null,
  formatBound: (bound: number) => string,
  to = "to",
): string {
  if (interval === null) return NO_VALUE;
  const [low, high] = interval;
  const link = low < 0 || high < 0 ? to : "–";
  return `${formatBound(low)} ${link} ${formatBound(high)}`;
}
