import type { Bridge, BridgeGap, BridgeStep, BridgeSums } from "./types.ts";

/** Why what a run expects cannot be added: it is of another measure, or with other rates. */
export type ExpectedFault = Extract<BridgeGap, "other_measure" | "other_rates" | "earlier_day">;

/**
 * How what was ordered leads to what was earned so far, and with what is expected to lifetime value. A term that is not known is
 * left out and named; so is a cost to serve without a margin, as profit is then not known either.
 *
 * Worked: 10,000 left of 10,500 ordered, a margin of 4,000 and 1,500 to serve: 10,500 − 500 − 6,000 − 1,500 = 2,500 earned;
 * 3,000 expected make a lifetime value of 5,500.
 */
export function bridgeOf(sums: BridgeSums, fault: ExpectedFault | null = null): Bridge {
  const { customers, revenueMinor, returnedMinor, marginMinor, costToServeMinor } = sums;
  const expectedMinor = fault === null ? sums.expectedMinor : null;
  const served = marginMinor === null ? null : costToServeMinor;
  const earned = (marginMinor ?? revenueMinor) - (served ?? 0);
  const steps: BridgeStep[] = [
    { term: "ordered", amountMinor: revenueMinor + returnedMinor },
    ...(returnedMinor > 0 ? [{ term: "returns", amountMinor: -returnedMinor } as const] : []),
    ...(marginMinor === null
      ? []
      : [{ term: "goods", amountMinor: marginMinor - revenueMinor } as const]),
    ...(served === null ? [] : [{ term: "service", amountMinor: -served } as const]),
    { term: "earned", amountMinor: earned },
  ];
  const gaps = gapsOf(sums, fault);
  if (expectedMinor === null) return { customers, steps, totalMinor: earned, interval: null, gaps };
  const totalMinor = earned + expectedMinor;
  return {
    ...{ customers, totalMinor, gaps },
    steps: [
      ...steps,
      { term: "expected", amountMinor: expectedMinor },
      { term: "lifetime", amountMinor: totalMinor },
    ],
    interval: sums.interval && [earned + sums.interval[0], earned + sums.interval[1]],
  };
}

function gapsOf(sums: BridgeSums, fault: ExpectedFault | null): BridgeGap[] {
  const { returnedMinor, marginMinor, costToServeMinor, expectedMinor } = sums;
  return [
    ...(returnedMinor > 0 ? [] : (["returns"] as const)),
    ...(marginMinor === null ? (["goods"] as const) : []),
    ...(costToServeMinor === null ? (["service"] as const) : []),
    ...(fault ? [fault] : expectedMinor === null ? (["expected"] as const) : []),
  ];
}
