import { describe, expect, it } from "vitest";
import { contractCohorts, paidSoFar, tenuresOf, usualPeriod } from "#lib/clv/index.ts";
import { periodsBegun, renewalDay, renewalsDue, weeksOf } from "#lib/clv/renewal-days.ts";
import { contractColumns, dayOf } from "#tests/support/simulated-contracts.ts";

const from = (date: string, end: string | null = null, more = {}) => ({
  ...{ customer: 0, startDay: dayOf(date), endDay: end === null ? null : dayOf(end) },
  ...more,
});

describe("renewals fall (correctness)", () => {
  it.each([
    ["2025-01-31", "2025-02-27", "month", 0],
    ["2025-01-31", "2025-02-28", "month", 1],
    ["2025-01-31", "2025-03-30", "month", 1],
    ["2025-01-31", "2025-03-31", "month", 2],
    ["2024-02-29", "2025-02-28", "year", 1],
    ["2025-01-15", "2025-04-14", "quarter", 0],
    ["2025-01-15", "2026-04-15", "quarter", 5],
    ["2025-01-01", "2025-01-14", "week", 1],
    ["2025-01-01", "2024-12-01", "month", 0],
  ] as const)("from %s up to %s by the %s: %d", (start, day, period, due) => {
    expect(renewalsDue(dayOf(start), dayOf(day), period)).toBe(due);
  });

  it("on the same date of a later month or on its last day, as many as are due by then (consistency)", () => {
    expect(renewalDay(dayOf("2025-01-31"), 1, "month")).toBe(dayOf("2025-02-28"));
    expect(renewalDay(dayOf("2025-01-31"), 2, "month")).toBe(dayOf("2025-03-31"));
    for (const period of ["week", "month", "quarter", "year"] as const)
      for (const start of ["2024-01-31", "2024-02-29", "2025-06-30"].map(dayOf))
        for (let renewal = 1; renewal < 40; renewal += 1) {
          const day = renewalDay(start, renewal, period);
          expect(renewalsDue(start, day, period)).toBe(renewal);
          expect(renewalsDue(start, day - 1, period)).toBe(renewal - 1);
        }
  });

  it("52.18 weeks to a year, whichever the period", () => {
    expect(12 * weeksOf("month")).toBeCloseTo(weeksOf("year"), 12);
    expect(4 * weeksOf("quarter")).toBeCloseTo(52.1786, 4);
  });

  it("and every period that has begun is paid, the first at least", () => {
    const start = dayOf("2025-01-10");
    expect(periodsBegun(start, start, "month")).toBe(1);
    expect(periodsBegun(start, dayOf("2025-02-09"), "month")).toBe(1);
    expect(periodsBegun(start, dayOf("2025-02-10"), "month")).toBe(1);
    expect(periodsBegun(start, dayOf("2025-02-11"), "month")).toBe(2);
  });
});

describe("tenures", () => {
  const read = (contracts: Parameters<typeof contractColumns>[0], day: string) =>
    tenuresOf(contractColumns(contracts), { asOfDay: dayOf(day), period: "month" });

  it("join contracts that overlap or follow within a period: a change of plan is no loss", () => {
    const { current, tenures } = read(
      [from("2025-01-01", "2025-03-01"), from("2025-03-10", null, { price: 12 })],
      "2025-05-20",
    );
    expect(tenures).toHaveLength(1);
    expect(current).toMatchObject([{ state: "running", renewals: 4, due: 4, price: 12 }]);
    expect(current[0]?.nextIn).toBeCloseTo(12 / 31, 12);
  });

  it("are two where a period and more lies between, the first of them lost", () => {
    const { current, tenures } = read(
      [from("2025-01-01", "2025-02-01"), from("2025-06-01")],
      "2025-07-15",
    );
    expect(tenures.map(({ state, renewals }) => [state, renewals])).toEqual([
      ["lost", 0],
      ["running", 1],
    ]);
    expect(current).toHaveLength(1);
  });

  it("know no end that lies ahead, and count a loss only when its renewal is due", () => {
    const contract = from("2025-01-01", "2025-03-20");
    expect(read([contract], "2025-03-10").current).toMatchObject([
      { state: "running", renewals: 2 },
    ]);
    expect(read([contract], "2025-03-25").current).toMatchObject([
      { state: "stopped", renewals: 2 },
    ]);
    expect(read([contract], "2025-04-01").current).toMatchObject([
      { state: "lost", renewals: 2, due: 3 },
    ]);
  });

  it("add up the prices of what runs at once, and know none where none is known", () => {
    const both = [from("2025-01-01", null, { price: 5 }), from("2025-01-20", null, { price: 7 })];
    expect(read(both, "2025-02-01").current[0]?.price).toBe(12);
    expect(read([from("2025-01-01")], "2025-02-01").current[0]?.price).toBeNaN();
  });

  it("leave out who has gone over into another period, whose time before is no loss", () => {
    const found = read(
      [from("2025-01-01", "2025-03-01"), from("2025-03-01", null, { period: "year" })],
      "2025-06-01",
    );
    expect(found).toMatchObject({ current: [], leftOut: 1 });
    expect(found.tenures).toMatchObject([{ state: "stopped", renewals: 2 }]);
  });

  it("have the period of most contracts", () => {
    const year = { period: "year" as const };
    expect(usualPeriod(contractColumns([]))).toBeNull();
    expect(usualPeriod(contractColumns([from("2025-01-01"), from("2025-01-01", null, year)]))).toBe(
      "month",
    );
    expect(
      usualPeriod(
        contractColumns([from("2025-01-01", null, year), from("2025-01-01", null, year)]),
      ),
    ).toBe("year");
  });

  it("tell what was paid: each period begun, up to the day", () => {
    const columns = contractColumns([
      from("2025-01-01", "2025-03-01", { price: 10 }),
      from("2025-03-01", null, { price: 20 }),
      from("2025-03-01", null, {}),
      { ...from("2025-01-31", null, { price: 7 }), customer: 1 },
    ]);
    expect([...paidSoFar(columns, 2, dayOf("2025-04-01"))]).toEqual([60, 21]);
  });

  it("are cohorts of unequal length: lost at each renewal, or still there", () => {
    const { tenures } = read(
      [
        from("2025-01-01", "2025-02-01"),
        { ...from("2025-01-01", "2025-03-01"), customer: 1 },
        { ...from("2025-01-01"), customer: 2 },
        { ...from("2025-03-01"), customer: 3 },
      ],
      "2025-04-15",
    );
    expect(contractCohorts(tenures)).toEqual([
      { lost: [1, 1, 0], survivors: 1 },
      { lost: [0], survivors: 1 },
    ]);
  });
});
