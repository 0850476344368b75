import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createRandom } from "#lib/stats/create-random.ts";
import { keyDrivers } from "#lib/stats/key-drivers.ts";
import { normalQuantile } from "#lib/stats/normal-quantile.ts";
import { pairwiseCorrelations } from "#lib/stats/pairwise-correlations.ts";
import { pearson } from "#lib/stats/pearson.ts";
import { relativeWeights } from "#lib/stats/relative-weights.ts";
import { shapleyWeights } from "#lib/stats/shapley-weights.ts";
import { hasClvReference, readReference, readReferenceRows } from "#tests/support/clv-reference.ts";

const VECTOR = {
  count: 3,
  between: Float64Array.of(1, 0.5, 0.3, 0.5, 1, 0.4, 0.3, 0.4, 1),
  withOutcome: Float64Array.of(0.6, 0.5, 0.35),
  leastCases: 100,
};

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

/** Answers in which the outcome is 3 of the first driver, 1 of the second, none of the third, and chance. */
function madeUp(n: number, seed = 20_261_122) {
  const random = createRandom(seed);
  const normal = () => normalQuantile(random());
  const common = Float64Array.from({ length: n }, normal);
  const drivers = [0, 1, 2].map(() => common.map((each) => 0.5 * each + normal()));
  const [first = common, second = common] = drivers;
  const outcome = common.map((_, i) => 3 * (first[i] ?? 0) + (second[i] ?? 0) + 2 * normal());
  return { outcome, drivers };
}

describe("relative and Shapley weights", () => {
  it("are known for three drivers and add up to R² = 0.42625 (correctness)", () => {
    const johnson = relativeWeights(VECTOR) ?? [];
    expect([...johnson].map((weight) => weight.toFixed(5))).toEqual([
      "0.24253",
      "0.12768",
      "0.05603",
    ]);
    const shapley = shapleyWeights(VECTOR) ?? [];
    expect([...shapley].map((weight) => weight.toFixed(5))).toEqual([
      "0.24192",
      "0.12943",
      "0.05490",
    ]);
    expect(sum(johnson)).toBeCloseTo(0.42625, 12);
    expect(sum(shapley)).toBeCloseTo(0.42625, 12);
  });

  it("are the squared correlations where drivers have nothing in common (consistency)", () => {
    const apart = { ...VECTOR, between: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
    for (const weights of [relativeWeights(apart), shapleyWeights(apart)])
      expect([...(weights ?? [])]).toEqual([
        expect.closeTo(0.36, 12),
        expect.closeTo(0.25, 12),
        expect.closeTo(0.1225, 12),
      ]);
  });

  it("are not known where one driver repeats another (inputs)", () => {
    const twice = { ...VECTOR, between: Float64Array.of(1, 1, 0.3, 1, 1, 0.3, 0.3, 0.3, 1) };
    expect(relativeWeights(twice)).toBeNull();
    expect(shapleyWeights(twice)).toBeNull();
  });

  it("by Shapley are not known above twelve drivers (inputs)", () => {
    const { outcome } = madeUp(100);
    const random = createRandom(3);
    const drivers = Array.from({ length: 13 }, () => outcome.map(() => random()));
    const correlations = pairwiseCorrelations({ outcome, drivers });
    expect(correlations && shapleyWeights(correlations)).toBeNull();
    expect(correlations && relativeWeights(correlations)).toHaveLength(13);
  });
});

describe("pairwiseCorrelations", () => {
  it("takes each correlation from the cases that have both answers", () => {
    const { outcome, drivers } = madeUp(50);
    const gaps = drivers.map((column, j) =>
      column.map((value, i) => (i % 7 === j ? Number.NaN : value)),
    );
    const found = pairwiseCorrelations({ outcome, drivers: gaps });
    const both = [...outcome.keys()].filter((i) => i % 7 > 1);
    const [first, second] = gaps.map((column) => Float64Array.from(both, (i) => column[i] ?? 0));
    const expected = pearson(first ?? outcome, second ?? outcome) ?? 0;
    expect(found?.between[1]).toBeCloseTo(expected, 12);
    expect(found?.leastCases).toBe(both.length);
  });
});

describe("keyDrivers", () => {
  it("ranks drivers by what they bring, and tells chance from the rest (consistency)", () => {
    const found = keyDrivers(madeUp(400), { seed: 7, draws: 200 });
    if (!found.converged) throw new Error(found.reason);
    const [first, second, third] = found.drivers;
    expect(first?.weight).toBeGreaterThan(second?.weight ?? 1);
    expect(second?.weight).toBeGreaterThan(third?.weight ?? 1);
    expect(first?.isAboveChance && second?.isAboveChance).toBe(true);
    expect(sum(found.drivers.map(({ share }) => share))).toBeCloseTo(1, 12);
    expect(sum(found.drivers.map(({ weight }) => weight))).toBeCloseTo(found.rSquared, 12);
    expect(sum(found.drivers.map(({ shapley }) => shapley ?? 0))).toBeCloseTo(found.rSquared, 12);
    for (const { weight, interval, varianceInflation } of found.drivers) {
      expect(interval[0]).toBeLessThan(weight);
      expect(interval[1]).toBeGreaterThan(weight);
      expect(varianceInflation).toBeGreaterThan(1);
    }
    expect(found.pValue).toBeLessThan(1e-6);
  });

  it("gives the same intervals for the same seed (consistency)", () => {
    const answers = madeUp(60);
    const options = { seed: 7, draws: 50 };
    expect(keyDrivers(answers, options)).toEqual(keyDrivers(answers, options));
  });

  it("calls a driver of pure noise no more than chance (consistency)", () => {
    const random = createRandom(5);
    const { outcome, drivers } = madeUp(300);
    const noise = outcome.map(() => normalQuantile(random()));
    const found = keyDrivers({ outcome, drivers: [...drivers, noise] }, { seed: 1, draws: 200 });
    expect(found.converged && found.drivers.at(-1)?.isAboveChance).toBe(false);
  });

  it("refuses what it cannot answer, with the reason (inputs)", () => {
    const { outcome, drivers } = madeUp(60);
    const [first = outcome] = drivers;
    const random = createRandom(11);
    const chance = outcome.map(() => random());
    const refusal = (columns: readonly Float64Array[], of = outcome) => {
      const found = keyDrivers({ outcome: of, drivers: columns }, { seed: 1, draws: 20 });
      return found.converged ? null : found.reason;
    };
    expect(refusal([])).toBe("no_drivers");
    expect(refusal([first, new Float64Array(60)])).toBe("no_variation");
    expect(refusal([first, first.map(() => Number.NaN)])).toBe("no_variation");
    expect(refusal(madeUp(29).drivers, madeUp(29).outcome)).toBe("too_few_cases");
    expect(refusal([first, first.slice()])).toBe("drivers_make_each_other_up");
    expect(refusal([chance])).toBe("not_significant");
    expect(refusal(drivers)).toBeNull();
  });

  it("warns of drivers that overlap, a weak fit, few cases and a driver that works against", () => {
    const { outcome, drivers } = madeUp(45);
    const [first = outcome] = drivers;
    const alike = first.map((value, i) => value + 0.01 * (i % 3));
    const found = keyDrivers(
      { outcome, drivers: [first, alike, ...drivers.slice(1)] },
      { seed: 1, draws: 50 },
    );
    expect(found.converged && found.warnings).toEqual(
      expect.arrayContaining(["few_cases", "drivers_overlap"]),
    );
  });
});

const numbers = z.array(z.number());
const referenceSchema = z.object({
  keydriver: z.object({
    R2: z.number(),
    johnson: numbers,
    shapley_lmg: numbers,
    std_beta: numbers,
  }),
});

describe.skipIf(!hasClvReference)(
  "drivers of 800 made-up answers (needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    it("weigh what was computed elsewhere, to nine digits", () => {
      const { keydriver } = referenceSchema.parse(readReference("cx_statistics.json"));
      const rows = readReferenceRows("keydriver_synthetic.csv");
      const [names = [], overall = ""] = [Object.keys(rows[0] ?? {}).slice(0, -1), "overall"];
      const column = (name: string) => Float64Array.from(rows, (row) => Number(row[name]));
      const answers = { outcome: column(overall), drivers: names.map(column) };
      const found = keyDrivers(answers, { seed: 1, draws: 50 });
      if (!found.converged) throw new Error(found.reason);
      expect(found.rSquared).toBeCloseTo(keydriver.R2, 9);
      for (const [i, driver] of found.drivers.entries()) {
        expect(driver.weight).toBeCloseTo(keydriver.johnson[i] ?? 0, 9);
        expect(driver.shapley).toBeCloseTo(keydriver.shapley_lmg[i] ?? 0, 9);
        expect(driver.beta).toBeCloseTo(keydriver.std_beta[i] ?? 0, 9);
      }
    });
  },
);
