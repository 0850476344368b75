import { type MeasuredOpportunity, measureOpportunity } from "#lib/stats/opportunity.ts";
import type { Aspect } from "./types.ts";

/** Ulwick's opportunity from the shares of 4 and 5; null until importance and satisfaction are both measured. */
export function opportunityOf(
  importance: Aspect,
  satisfaction: Aspect,
): MeasuredOpportunity | null {
  if (!(importance.measure && satisfaction.measure)) return null;
  return measureOpportunity(
    { count: importance.measure.topCount, n: importance.measure.n },
    { count: satisfaction.measure.topCount, n: satisfaction.measure.n },
  );
}
