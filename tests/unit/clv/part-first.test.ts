import { describe, expect, it } from "vitest";
import { fitPurchases, fitSpend } from "#lib/clv/index.ts";
import { spendLikelihood } from "#lib/clv/models/gamma-gamma.ts";
import { purchaseLikelihood } from "#lib/clv/models/purchase-likelihood.ts";
import { purchaseCells } from "#lib/clv/purchase-cells.ts";
import { spendBuckets } from "#lib/clv/spend-buckets.ts";
import { maximisePositive } from "#lib/stats/damped-newton.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

/** As many customers as are fitted from where a part of them is at its maximum. */
const CUSTOMERS = 100_000;

describe.each(["cdnow", "shop2y"] as const)("the maximum of a part first (%s)", (profile) => {
  const { history } = simulateCustomers(CUSTOMERS, SHOP_PROFILES[profile]);

  it.each(["bg_nbd", "mbg_nbd"] as const)("leads %s to the maximum of all", (model) => {
    const cells = purchaseCells(history);
    const fromAfar = maximisePositive(
      purchaseLikelihood(cells, model),
      Float64Array.of(1, 3, 1, 3),
      { cases: cells.customers },
    );
    const fit = fitPurchases(history, model);
    expect(fit).toMatchObject({ converged: true, hasPrior: false, customers: CUSTOMERS });
    expect(fit.logLikelihood / fromAfar.value).toBeCloseTo(1, 12);
    const { r, alpha, a, b } = fit.parameters;
    expect([r, alpha, a, b]).toEqual(
      [...fromAfar.parameters].map((parameter) => expect.closeTo(parameter, 6)),
    );
  });

  it("leads the spend to the maximum of all", () => {
    const { buckets, customers, meanSpend } = spendBuckets(history);
    const start = Float64Array.of(2, 2, meanSpend / 2);
    const fromAfar = maximisePositive(spendLikelihood(buckets), start, { cases: customers });
    const fit = fitSpend(history);
    expect(fit).toMatchObject({ converged: true, customers });
    const { p, q, v } = fit?.parameters ?? { p: 0, q: 0, v: 0 };
    expect([p, q, v]).toEqual(
      [...fromAfar.parameters].map((parameter) => expect.closeTo(parameter, 5)),
    );
  });
});

it("sorts the spend of those who have one, also where some bought for nothing", () => {
  const { buckets, customers, purchases, meanSpend } = spendBuckets({
    repeats: Int32Array.of(2, 0, 2, 1, 2, 3),
    lastDays: new Int32Array(6),
    ageDays: new Int32Array(6),
    meanSpend: Float64Array.of(10, 0, 0, 7, 30, 0),
    daysPerUnit: 7,
  });
  expect(buckets.map(({ repeats, totals }) => [repeats, ...totals])).toEqual([
    [1, 7],
    [2, 20, 60],
  ]);
  expect({ customers, purchases, meanSpend }).toEqual({
    customers: 3,
    purchases: 5,
    meanSpend: 87 / 5,
  });
});
