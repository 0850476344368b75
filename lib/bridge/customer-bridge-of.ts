import type { CustomerValueView } from "#lib/customers/types.ts";
import type { StandingValue } from "#lib/lookup/types.ts";
import { bridgeOf } from "./bridge-of.ts";
import type { Bridge } from "./types.ts";

/** What a customer brought, as far as the role goes; what came back of it; and what the last run says, null where it says nothing. */
export type CustomerBridgeParts = {
  value: CustomerValueView;
  returnedMinor: number;
  ahead: Pick<StandingValue, "expectedMinor" | "marginRate"> | null;
};

/** The bridge of one customer in minor units: what a run expects is added only where it is of the same measure, revenue or margin. */
export function customerBridgeOf({ value, returnedMinor, ahead }: CustomerBridgeParts): Bridge {
  const { marginMinor, costToServeMinor, revenueMinor } = value;
  const isSame = ahead !== null && (ahead.marginRate === null) === (marginMinor === null);
  return bridgeOf({
    ...{ customers: 1, revenueMinor: revenueMinor ?? 0, marginMinor, costToServeMinor },
    ...{ returnedMinor, interval: null, expectedMinor: isSame ? ahead.expectedMinor : null },
  });
}
