import { describe, expect, it } from "vitest";
import { cohortTable } from "#lib/value/cohort-table.ts";
import { laterRetention } from "#lib/value/later-retention.ts";
import { NO_MEANS } from "#lib/value/per-customer.ts";
import type { CohortCell } from "#lib/value/types.ts";
import { smallOverview } from "#tests/support/value-overview.ts";

const VALUE = smallOverview({ marginRate: 0.5, costPerOrderMinor: 10 }, { asOfOn: "2026-03-15" });

/** Ten customers of January with 100 each, of whom four order for 50 again in February; two of February. */
const ROWS = [
  row("2026-01-01", "2026-01-01", 10, 1_000, 10 * 100 ** 2),
  row("2026-01-01", "2026-02-01", 4, 200, 4 * 50 * (200 + 50)),
  row("2026-01-01", "2026-03-01", 1, 30, 30 * (2 * 100 + 30)),
  row("2026-02-01", "2026-02-01", 2, 400, 2 * 200 ** 2),
];

function row(
  cohortOn: string,
  periodOn: string,
  customers: number,
  revenueMinor: number,
  revenueSquaresAdded: number,
) {
  return {
    ...{ cohortOn, periodOn, customers, revenueMinor, revenueSquaresAdded },
    segment: null,
    orderCount: customers,
    profitSquaresAdded: 0,
  };
}

const table = () => cohortTable({ period: "month", rows: ROWS }, VALUE);

describe("cohortTable", () => {
  it("has one cell for each period since the first order of all", () => {
    expect(table().offsets).toEqual([0, 1, 2]);
    expect(table().cohorts.map(({ startOn, customers }) => [startOn, customers])).toEqual([
      ["2026-01-01", 10],
      ["2026-02-01", 2],
    ]);
  });

  it("is of a segment alone where it is asked for, over the periods of all", () => {
    const loyal = ROWS.slice(0, 2).map((each) => ({
      ...each,
      segment: "loyal" as const,
      customers: 4,
    }));
    const stored = { period: "month" as const, rows: [...ROWS, ...loyal] };
    const found = cohortTable(stored, VALUE, "loyal");
    expect(found).toMatchObject({ segment: "loyal", segments: ["loyal"], offsets: [0, 1, 2] });
    expect(found.cohorts.map(({ customers }) => customers)).toEqual([4, 0]);
    expect(cohortTable(stored, VALUE).cohorts.map(({ customers }) => customers)).toEqual([10, 2]);
    expect(cohortTable(stored, VALUE, "champions")).toMatchObject({ segment: null });
  });

  it("counts who came back, with Wilson's interval", () => {
    const next = table().cohorts[0]?.cells[1];
    expect(next).toMatchObject({ active: 4, retention: 0.4 });
    expect(next?.retentionInterval?.[0]).toBeCloseTo(0.1682, 4);
    expect(next?.retentionInterval?.[1]).toBeCloseTo(0.6873, 4);
  });

  it("has no number for a period that is not over", () => {
    expect(table().cohorts[0]?.cells[2]).toMatchObject({
      active: null,
      retention: null,
      revenuePerCustomerMinor: null,
    });
  });

  it("cumulates what a customer brought: 120 each, four with 150 and six with 100", () => {
    const next = table().cohorts[0]?.cells[1];
    expect(next?.revenuePerCustomerMinor).toBe(120);
    // s = 25.82, t(0.975, 9) = 2.262: ± 18.5
    expect(next?.revenuePerCustomerInterval?.[0]).toBeCloseTo(101.5, 1);
    // 600 of margin less 140 for 14 orders
    expect(next?.profitPerCustomerMinor).toBeCloseTo(46, 9);
  });

  it("shows how many two are, and no share or mean of theirs", () => {
    expect(table().cohorts[1]?.cells[0]).toMatchObject({
      active: 2,
      retention: null,
      revenuePerCustomerMinor: null,
    });
  });

  it("counts a finished period without an order as nobody, which is known", () => {
    const rows = ROWS.filter(({ periodOn }) => periodOn === "2026-01-01");
    const later = { ...smallOverview({}, { asOfOn: "2026-02-28" }) };
    const withFebruary = [...rows, row("2026-02-01", "2026-02-01", 5, 100, 5 * 20 ** 2)];
    const found = cohortTable({ period: "month", rows: withFebruary }, later);
    expect(found.cohorts[0]?.cells[1]).toMatchObject({ active: 0, retention: 0 });
  });
});

describe("laterRetention", () => {
  const EMPTY: CohortCell = {
    offset: 0,
    active: null,
    retention: null,
    retentionInterval: null,
    ...NO_MEANS,
  };
  const cohort = (customers: number, active: number | null) => ({
    startOn: "2026-01-01",
    customers,
    cells: [
      { ...EMPTY, active: customers },
      { ...EMPTY, offset: 1, active },
    ],
  });

  it("is taken from counts over all cohorts whose next period is over: 10 of 20 and 5 of 30", () => {
    const cohorts = [cohort(20, 10), cohort(30, 5), cohort(500, null)];
    expect(laterRetention({ cohorts })).toMatchObject({ share: 0.3, n: 50 });
  });

  it("says nothing over a handful", () => {
    expect(laterRetention({ cohorts: [cohort(29, 10)] })).toBeNull();
  });
});
