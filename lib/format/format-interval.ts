import { NO_VALUE } from "./no-value.ts";

/** An interval as text: "15.21 – 16.47", and "−14 to −2" where a minus sign would meet the dash; null → "–". */
export function formatInterval(
  interval: readonly [low: number, high: number] | null,
  formatBound: (bound: number) => string,
  to = "to",
): string {
  if (interval === null) return NO_VALUE;
  const low = formatBound(interval[0]);
  const high = formatBound(interval[1]);
  const link = `${low}${high}`.includes("−") ? to : "–";
  return `${low} ${link} ${high}`;
}
