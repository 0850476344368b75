import type { Session } from "#lib/auth/types.ts";
import type { SeenValue } from "./types.ts";

/** What a run says of one customer. Money in minor units; the chance 0..1. */
type ValueScore = {
  pAlive: number | null;
  valueMinor: number;
  atRiskMinor: number | null;
  lowMinor: number | null;
  highMinor: number | null;
};

/**
 * A customer's value as the session may see it, in minor units. Those who do not keep value get bands only, and from no number
 * more than the band of the value follows: chance × band, not chance × value.
 */
export function valueSeenBy(session: Session, score: ValueScore): SeenValue {
  const { pAlive, valueMinor, atRiskMinor, lowMinor, highMinor } = score;
  const band = lowMinor === null || highMinor === null ? null : ([lowMinor, highMinor] as const);
  if (mayReadExactValue(session)) return { valueMinor, band, atRiskMinor, atRiskBand: null };
  const atRisk = (bound: number) => Math.round(Math.max(0, bound) * (1 - (pAlive ?? 1)));
  const atRiskBand = band && pAlive !== null ? ([atRisk(band[0]), atRisk(band[1])] as const) : null;
  return { valueMinor: null, band, atRiskMinor: null, atRiskBand };
}

/** Whether the session may see what one customer is worth to the cent. A key that reads value reads all scores of a run. */
export function mayReadExactValue({ actor, permissions }: Session): boolean {
  if (actor.kind === "api_key") return permissions.has("value:read");
  return permissions.has("value:write");
}
