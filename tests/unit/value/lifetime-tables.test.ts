import { expect, it } from "vitest";
import { forecastTable, holdoutTable } from "#lib/clv-runs/lifetime-tables.ts";

type Run = Parameters<typeof holdoutTable>[0];

/** A run of which only parts are asked for. */
function runOf(parts: object): Run {
  return parts as unknown as Run;
}

it("tells of each renewal who was still there, with the 95 % interval, and none where nobody was lost", () => {
  const step = (renewal: number, atRisk: number, lost: number, observed: number) => ({
    ...{ renewal, atRisk, lost, observed, predicted: 0.8 },
  });
  const survival = [step(1, 30, 0, 1), step(2, 21, 3, 18 / 21), step(3, 17, 1, 0.8067)];
  const { header, rows } = holdoutTable(runOf({ fit: { survival } }), "survival");
  expect(header.slice(5)).toEqual(["observed_low", "observed_high"]);
  expect(rows[0]).toEqual([1, 30, 0, 1, 0.8, null, null]);
  const [low, high] = rows[2]?.slice(5) ?? [];
  // 6-MP of Freireich et al. (1963), as the interval itself is tested.
  expect(low).toBeCloseTo(0.5631, 4);
  expect(high).toBeCloseTo(0.9228, 4);
});

it("tells months that came from those that are expected, in one file", () => {
  const month = { month: 1, expectedMinor: 900, interval: [500, 1500], innerInterval: [700, 1200] };
  const totals = { past: [{ month: 0, actualMinor: 1050 }], forecast: [month] };
  const { header, rows } = forecastTable(runOf({ totals, currency: "EUR" }));
  const named = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
  expect(named[0]).toEqual({
    ...{ month: 0, period: "past", actual: "10.50", expected: null, currency: "EUR" },
    ...{ low_80: null, high_80: null, low_50: null, high_50: null },
  });
  expect(named[1]).toMatchObject({
    ...{ month: 1, period: "forecast", actual: null, expected: "9.00" },
    ...{ low_80: "5.00", high_50: "12.00" },
  });
});
