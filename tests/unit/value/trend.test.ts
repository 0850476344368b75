import { describe, expect, it } from "vitest";
import { type StoredMonth, valueTrend } from "#lib/value/trend.ts";
import { smallOverview } from "#tests/support/value-overview.ts";

const VALUE = smallOverview();

function month(monthEndOn: string, over: Partial<StoredMonth> = {}): StoredMonth {
  return {
    monthEndOn,
    segment: "new",
    customers: 100,
    orderCount: 100,
    revenueMinor: 10_000,
    squaredDeviations: 9_900,
    marginMinor: null,
    costToServeMinor: null,
    profitMinor: null,
    profitSquaredDeviations: null,
    ratesKey: "-|-",
    ...over,
  };
}

describe("valueTrend", () => {
  it("takes the mean and its interval over all segments of a month", () => {
    const rows = [
      month("2026-01-31"),
      month("2026-01-31", { segment: "loyal", revenueMinor: 30_000 }),
    ];
    const [january] = valueTrend(rows, VALUE).months;
    expect(january).toMatchObject({ customers: 200, revenueMinor: 40_000 });
    expect(january?.revenuePerCustomerMinor).toBe(200);
    // Σ² = 19,800 within and 2,000,000 between; s = 100.75, s.e. 7.12
    expect(january?.revenuePerCustomerInterval?.[0]).toBeCloseTo(200 - 1.972 * 7.124, 1);
  });

  it("calls a change clear only where the interval of the difference leaves out 0", () => {
    const rows = [
      month("2026-01-31"),
      month("2026-02-28", { revenueMinor: 10_100 }),
      month("2026-03-31", { revenueMinor: 15_000 }),
    ];
    const changes = valueTrend(rows, VALUE).months.map(({ revenueChange }) => revenueChange);
    expect(changes).toEqual(["unknown", "none", "up"]);
  });

  it("knows the revenue of a month from the totals at its two ends", () => {
    const rows = [month("2026-01-31"), month("2026-02-28", { revenueMinor: 10_100 })];
    const { months } = valueTrend(rows, VALUE);
    expect(months.map(({ revenueInMonth }) => revenueInMonth)).toEqual([10_000, 100]);
  });

  it("does not know that of a first month which is not the first of all", () => {
    const [first] = valueTrend([month("2026-02-28")], VALUE).months;
    expect(first?.revenueInMonth).toBeNull();
  });

  it("leaves profit of other rates out until it is computed again", () => {
    const priced = { marginMinor: 5_000, profitMinor: 5_000, profitSquaredDeviations: 0 };
    const trend = valueTrend([month("2026-01-31", { ...priced, ratesKey: "0.5|-" })], VALUE);
    expect(trend.isRefreshing).toBe(true);
    expect(trend.months[0]?.profitPerCustomerMinor).toBeNull();
    expect(trend.segments[0]?.profitMinor).toBeNull();
  });
});
