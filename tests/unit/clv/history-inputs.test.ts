import { describe, expect, it } from "vitest";
import { checkHistory, fitPurchases, fitSpend, scoreCustomers } from "#lib/clv/index.ts";
import type { PurchaseHistory } from "#lib/clv/types.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

type Row = [x: number, last: number, age: number, spend?: number];

function historyOf(rows: readonly Row[]): PurchaseHistory {
  return {
    repeats: Int32Array.from(rows, ([x]) => x),
    lastDays: Int32Array.from(rows, ([, last]) => last),
    ageDays: Int32Array.from(rows, ([, , age]) => age),
    meanSpend: Float64Array.from(rows, ([x, , , spend]) => spend ?? (x > 0 ? 20 : 0)),
    daysPerUnit: 7,
  };
}

const many = (row: Row, count = 100) => Array.from({ length: count }, () => row);
const codes = (history: PurchaseHistory) =>
  checkHistory(history).map(({ code, level }) => `${level} ${code}`);

describe("checkHistory refuses", () => {
  it.each<[string, Row[], string]>([
    ["nobody", [], "no_customers"],
    ["a single customer", [[3, 30, 60]], "single_customer"],
    ["customers of the cut-off day only", many([0, 0, 0]), "one_day_only"],
    ["one-time buyers only", many([0, 0, 90]), "no_repeat_purchases"],
    ["49 repeaters", [...many([0, 0, 90]), ...many([2, 30, 60], 49)], "few_repeaters"],
    ["repeats without days between", many([2, 0, 60]), "history_inconsistent"],
    ["more repeats than days", many([5, 3, 60]), "history_inconsistent"],
    ["a last purchase after the cut-off", many([1, 61, 60]), "history_inconsistent"],
    ["a last purchase of a one-time buyer", many([0, 5, 60]), "history_inconsistent"],
    ["repeats below 0", many([-1, 0, 60]), "history_inconsistent"],
    ["spend below 0", many([1, 5, 60, -20]), "history_inconsistent"],
    ["spend that is not a number", many([1, 5, 60, Number.NaN]), "history_inconsistent"],
  ])("%s", (_, rows, code) => {
    expect(codes(historyOf(rows))).toEqual([`refusal ${code}`]);
  });
});

describe("checkHistory warns", () => {
  it.each([
    [50, ["red unstable_repeaters"]],
    [199, ["red unstable_repeaters"]],
    [200, ["amber thin_repeaters"]],
    [399, ["amber thin_repeaters"]],
    [400, []],
  ])("of %d repeaters as %j", (repeaters, expected) => {
    expect(
      codes(historyOf([...many([0, 0, 90], 500), ...many([2, 30, 90], repeaters)])).filter((code) =>
        code.includes("repeaters"),
      ),
    ).toEqual(expected);
  });

  it("of a customer with more than 1 % of all repeats", () => {
    const history = historyOf([...many([2, 30, 90], 500), [40, 80, 90]]);
    expect(checkHistory(history)).toEqual([
      { code: "dominant_customer", level: "amber", values: { share: 40 / 1040, repeats: 40 } },
    ]);
  });

  it("of a window shorter than two usual gaps", () => {
    expect(codes(historyOf(many([1, 60, 90], 500)))).toEqual(["amber short_window"]);
  });
});

describe("a fit of what checkHistory lets pass", () => {
  const numbersOf = (history: PurchaseHistory, model: "bg_nbd" | "mbg_nbd") => {
    const purchases = fitPurchases(history, model);
    const spend = fitSpend(history);
    const options = { horizonWeeks: 156.5, discountRateAnnual: 0.1, marginRate: 0.4 };
    const scores = scoreCustomers(history, { purchases, spend }, options);
    return [
      ...Object.values(purchases.parameters),
      purchases.logLikelihood,
      ...Object.values(scores).flatMap((column) => [...(column ?? [])]),
    ];
  };

  it.each<[string, Row[]]>([
    ["equal customers", many([2, 30, 90], 60)],
    ["customers who all bought on the cut-off day", many([2, 90, 90], 60)],
    ["customers who bought every day of a year", many([364, 364, 364], 60)],
    ["repeats without an amount", many([2, 30, 90, 0], 60)],
    ["one amount for all", [...many([0, 0, 90], 300), ...many([1, 20, 90, 20], 80)]],
    ["1,500 repeats beside one", [...many([1, 20, 2000], 80), ...many([1500, 1600, 2000], 60)]],
  ])("has only numbers for %s, in both models", (_, rows) => {
    for (const model of ["bg_nbd", "mbg_nbd"] as const)
      expect(numbersOf(historyOf(rows), model).every(Number.isFinite)).toBe(true);
  });

  it("falls back to a shrunk mean where spend has no finite mean", () => {
    // Amounts with a tail so heavy that q ≤ 1: a Pareto of index 0.6.
    const rows = Array.from(
      { length: 600 },
      (_, i): Row => [1 + (i % 3), 30, 90, ((i + 0.5) / 600) ** (-1 / 0.6)],
    );
    const history = historyOf(rows);
    const spend = fitSpend(history);
    expect(spend?.model).toBe("shrunk_mean");
    const scores = scoreCustomers(
      history,
      { purchases: fitPurchases(history, "mbg_nbd"), spend },
      { horizonWeeks: 52, discountRateAnnual: 0, marginRate: 1 },
    );
    expect(scores.expectedSpend.every((each) => each > 0)).toBe(true);
  });

  it("has no spend where nobody paid twice", () => {
    expect(fitSpend(historyOf(many([2, 30, 90, 0], 60)))).toBeNull();
  });
});

describe("scoreCustomers (consistency)", () => {
  const { history } = simulateCustomers(2000, SHOP_PROFILES.shop2y);
  const fits = { purchases: fitPurchases(history, "mbg_nbd"), spend: fitSpend(history) };
  const options = { horizonWeeks: 104, discountRateAnnual: 0.1, marginRate: 0.3 };

  it("is the same for a customer alone as among all", () => {
    const all = scoreCustomers(history, fits, options);
    const busiest = history.repeats.indexOf(Math.max(...history.repeats));
    const alone = scoreCustomers(
      {
        repeats: history.repeats.slice(busiest, busiest + 1),
        lastDays: history.lastDays.slice(busiest, busiest + 1),
        ageDays: history.ageDays.slice(busiest, busiest + 1),
        meanSpend: history.meanSpend.slice(busiest, busiest + 1),
        daysPerUnit: 7,
      },
      fits,
      options,
    );
    expect(alone.residualValue[0]).toBe(all.residualValue[busiest]);
    expect(alone.pAlive[0]).toBe(all.pAlive[busiest]);
  });

  it("takes the cost of a purchase off, also below 0", () => {
    const plain = scoreCustomers(history, fits, options);
    const costly = scoreCustomers(history, fits, { ...options, costPerPurchase: 1000 });
    const [purchases = 0, value = 0] = [plain.discountedPurchases[0], plain.residualValue[0]];
    expect(costly.residualValue[0]).toBeCloseTo(value - 1000 * purchases, 9);
    expect(costly.residualValue[0]).toBeLessThan(0);
  });

  it("refuses value without end and without a discount, as it has no limit", () => {
    const endless = { ...options, horizonWeeks: Number.POSITIVE_INFINITY };
    expect(() => scoreCustomers(history, fits, { ...endless, discountRateAnnual: 0 })).toThrow(
      RangeError,
    );
    const { residualValue } = scoreCustomers(history, fits, endless);
    expect(residualValue.every(Number.isFinite)).toBe(true);
  });

  it("tells how far it is, up to all", () => {
    const shares: number[] = [];
    scoreCustomers(history, fits, options, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
  });

  it("never gives one-time buyers a certain life in MBG/NBD", () => {
    const { pAlive } = scoreCustomers(history, fits, options);
    expect(pAlive.every((chance) => chance > 0 && chance < 1)).toBe(true);
  });
});
