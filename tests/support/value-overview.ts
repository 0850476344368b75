import { type Snapshot, valueOverview } from "#lib/value/overview.ts";
import type { ValueOverview } from "#lib/value/types.ts";
import type { Rates } from "#lib/workspaces/types.ts";

export const NO_RATES: Rates = {
  marginRate: null,
  costPerOrderMinor: null,
  costPerReturnMinor: null,
  costPerContactMinor: {},
};

/** The overview of a workspace where five new customers ordered once each; computed with `rates`. */
export function smallOverview(
  rates: Partial<Rates> = {},
  over: Partial<Snapshot> = {},
): ValueOverview {
  const computedWith = { ...NO_RATES, ...rates };
  return valueOverview(
    {
      asOfOn: "2026-03-31",
      chosenOn: null,
      computedAt: "2026-04-01T04:10:00.000Z",
      currency: "EUR",
      customers: 5,
      concentration: [],
      hasNoSpread: false,
      economics: { ratesVersion: 1, rates: computedWith, concentration: [], peak: null },
      segments: [
        {
          segment: "new",
          customers: 5,
          orderCount: 5,
          purchaseDays: 5,
          revenueMinor: 500,
          squaredDeviations: 0,
          marginMinor: null,
          costToServeMinor: null,
          profitMinor: null,
          profitSquaredDeviations: null,
          firstOrderedOn: "2026-01-05",
          lastOrderedOn: "2026-03-31",
        },
      ],
      ...over,
    },
    { rates: computedWith, isRefreshing: false },
  );
}
