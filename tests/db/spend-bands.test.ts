import { expect, it } from "vitest";
import { runRecord } from "#lib/api/index.ts";
import { scenarioOf, scenarioTotal } from "#lib/clv-runs/what-if.ts";
import { addOrders } from "#tests/support/orders.ts";
import { runToEnd, shopOrders } from "#tests/support/runs.ts";
import { makeTenant } from "#tests/support/tenant.ts";

it("a run fits amounts by band where they go with frequency, and says so by API", async () => {
  const { session } = await makeTenant();
  const orders = shopOrders(1200);
  const counts = new Map<string, number>();
  for (const { customer } of orders) counts.set(customer, (counts.get(customer) ?? 0) + 1);
  await addOrders(
    session,
    orders.map((order) => ({
      ...order,
      amountMinor: Math.round(order.amountMinor * (counts.get(order.customer) ?? 1) ** 0.8),
    })),
  );
  const found = await runToEnd(session, { model: "mbg_nbd", marginRate: 0.4 });
  const bands = found.spend?.bands ?? [];
  expect(bands.length).toBeGreaterThan(1);
  expect(bands[0]?.leastRepeats).toBe(1);
  expect(bands.at(-1)?.mostRepeats).toBeNull();
  expect(bands.reduce((sum, { customers }) => sum + customers, 0)).toBe(found.spend?.customers);
  expect(found.warnings).toContainEqual(
    expect.objectContaining({
      code: "spend_follows_frequency",
      values: expect.objectContaining({ bands: bands.length }),
    }),
  );
  expect(runRecord(found).spend?.bands).toHaveLength(bands.length);
  expect(runRecord(found)).toMatchObject({
    aliveModel: "mbg_nbd",
    holdout: {
      naiveTotal: found.holdout?.naiveTotal,
      naiveError: found.holdout?.naiveError,
      naiveRmse: found.holdout?.naiveRmse,
    },
  });
  const same = scenarioTotal(found, scenarioOf(found));
  expect(same).toMatchObject({ valueMinor: found.totals?.valueMinor, ratio: 1 });
});
