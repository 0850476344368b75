import type { ValueFormats } from "#components/value/value-formats.ts";
import type { SeenValue } from "#lib/clv-runs/types.ts";

/** What is at risk of a customer: to the cent, or the middle 80 % for those who see bands. */
export function riskText({ atRiskMinor, atRiskBand }: SeenValue, formats: ValueFormats): string {
  return atRiskMinor === null ? formats.interval(atRiskBand) : formats.exactMoney(atRiskMinor);
}
