import { describe, expect, it } from "vitest";
import type { PurchaseColumns } from "#lib/clv/types.ts";
import { computeRun } from "#lib/clv-runs/compute-run.ts";
import type { PurchaseInput } from "#lib/clv-runs/run-input.ts";
import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { sampleGamma } from "#lib/stats/sample-gamma.ts";
import { at } from "#lib/stats/typed-array.ts";

const CUTOFF_DAY = 20_000;
const CUSTOMERS = 3000;

/** Customers who leave after a repeat purchase and never before it: as BG/NBD has it, and MBG/NBD has not. */
function shopOfStayers(): PurchaseColumns {
  const random = createRandom(7);
  const [customers, days]: [number[], number[]] = [[], []];
  for (let customer = 0; customer < CUSTOMERS; customer++)
    for (const day of daysOf(random)) {
      customers.push(customer);
      days.push(day);
    }
  return {
    customers: Int32Array.from(customers),
    days: Int32Array.from(days),
    amounts: Float64Array.from(days, () => 20 + 20 * random()),
  };
}

function daysOf(random: Random): number[] {
  const rate = sampleGamma(random, 1.2) / 60;
  const leaves = 0.45;
  const first = CUTOFF_DAY - Math.floor(730 * random());
  const days = [first];
  for (let day = first; ; ) {
    day += Math.max(1, Math.round(-Math.log(1 - random()) / rate));
    if (day > CUTOFF_DAY) return days;
    days.push(day);
    if (random() < leaves) return days;
  }
}

const INPUT: PurchaseInput = {
  ...{
    basis: "orders",
    purchases: shopOfStayers(),
    model: "auto",
    costPerOrder: 0,
    contacts: null,
    retentionCostPerWeek: 0,
  },
  ...{ customerCount: CUSTOMERS, cutoffDay: CUTOFF_DAY, horizonWeeks: 156.5 },
  ...{ discountRateAnnual: 0.1, marginRate: 0.4, unit: 100, seed: 1, doubts: [] },
  tierCuts: {
    by: "customers",
    tiers: [
      { name: "One", share: 0.2 },
      { name: "Two", share: null },
    ],
  },
};

describe("who has left, in a run of a model nobody asked for", () => {
  const run = computeRun(INPUT, () => undefined);
  const named = computeRun({ ...INPUT, model: "bg_nbd" }, () => undefined);
  const other = computeRun({ ...INPUT, model: "mbg_nbd" }, () => undefined);

  it("is told by MBG/NBD where BG/NBD foretold the purchases best, with the calibration of that", () => {
    expect(run.findings).toMatchObject({ model: "bg_nbd", totals: { aliveModel: "mbg_nbd" } });
    const note = { code: "alive_by_construction", level: "note" };
    const saidBy = ({ findings }: typeof run) =>
      findings.warnings.find(({ code }) => code === note.code);
    expect(saidBy(run)).toMatchObject({ ...note, values: { otherModel: 1 } });
    expect(saidBy(named)).toMatchObject({ ...note, values: { otherModel: 0 } });
    expect(run.findings.fit).toEqual(named.findings.fit);
    expect(run.findings.holdout?.calibration).toEqual(other.findings.holdout?.calibration);
    expect(run.findings.holdout?.deviance).toBe(named.findings.holdout?.deviance);
  });

  it("is nobody's certainty who bought once, while a run of BG/NBD that was asked for says 1 of them", () => {
    const certain = (column: Float64Array) => column.filter((chance) => chance === 1).length;
    expect(certain(named.scores.pAlive)).toBeGreaterThan(100);
    expect(certain(run.scores.pAlive)).toBe(0);
    expect(named.findings.totals.aliveModel).toBeNull();
  });

  it("decides what is at risk", () => {
    for (let i = 0; i < CUSTOMERS; i += 50) {
      const value = at(run.scores.value, i);
      expect(at(run.scores.atRisk, i)).toBe(
        Math.round(Math.max(0, value) * (1 - at(run.scores.pAlive, i))),
      );
    }
  });
});
