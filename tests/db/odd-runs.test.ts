import { beforeEach, describe, expect, it } from "vitest";
import { runRecord } from "#lib/api/run-record.ts";
import { RunRecord } from "#lib/api/value-operations.ts";
import type { Session } from "#lib/auth/types.ts";
import { StartRun, startRun } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addOrders, type TestOrder } from "#tests/support/orders.ts";
import { addContracts, runToEnd, scoresOf, shopOrders } from "#tests/support/runs.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const MODELS = ["auto", "bg_nbd", "mbg_nbd", "pareto_nbd"] as const;

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

/** A run that is a number wherever it says one, with its scores. */
async function soundRun(asked: Partial<StartRun>, by = session) {
  const found = await runToEnd(by, asked);
  const scores = await scoresOf(by, found.id);
  expect(found.status).not.toBe("failed");
  expect(JSON.stringify(scores)).not.toContain("NaN");
  for (const { valueMinor } of scores) expect(Number.isFinite(valueMinor)).toBe(true);
  return { found, scores };
}

/** Orders of so many customers, each on the days given. */
function ordersOn(customers: number, days: readonly string[], amountMinor = 900): TestOrder[] {
  return Array.from({ length: customers }, (_, at) =>
    days.map((day) => ({ customer: `C${at}`, day, amountMinor })),
  ).flat();
}

const ODD: [string, string, TestOrder[]][] = [
  ["a single customer", "single_customer", ordersOn(1, ["2026-01-02", "2026-02-02"])],
  [
    "one-time buyers alone",
    "no_repeat_purchases",
    [...ordersOn(80, ["2026-01-02"]), { customer: "late", day: "2026-03-01", amountMinor: 500 }],
  ],
  ["one day alone", "one_day_only", ordersOn(80, ["2026-01-02", "2026-01-02"])],
  ["too few who came back", "few_repeaters", ordersOn(49, ["2026-01-02", "2026-02-02"])],
];

describe.each(MODELS)("a run by %s", (model) => {
  it.each(ODD)("refuses %s and shows what was earned", async (_, code, orders) => {
    await addOrders(session, orders);
    const { found, scores } = await soundRun({ model });
    expect(found).toMatchObject({ status: "refused", model: "historic", fit: null });
    expect(found.warnings).toMatchObject([{ code, level: "refusal" }]);
    const earned = orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(scores.reduce((sum, { valueMinor }) => sum + valueMinor, 0)).toBe(earned);
  });

  it("counts visits without an amount, values them at 0 and says so", async () => {
    await addOrders(
      session,
      shopOrders(120).map((order) => ({ ...order, amountMinor: 0 })),
    );
    const { found } = await soundRun({ model });
    expect(found).toMatchObject({ status: "succeeded", spend: null, totals: { valueMinor: 0 } });
    expect(found.warnings).toContainEqual(expect.objectContaining({ code: "no_spend" }));
  });

  it("makes no number up where everybody comes on the same days", async () => {
    const days = ["2025-01-06", "2025-02-03", "2025-03-03", "2025-04-07", "2025-05-05"];
    await addOrders(session, ordersOn(150, days));
    const { found } = await soundRun({ model });
    expect(found.status).toBe("succeeded");
    expect(found.warnings.length).toBeGreaterThan(0);
  });

  it("may take a cost above the margin: then customers are worth less than nothing", async () => {
    await addOrders(session, shopOrders(120));
    await withTenant(session, "workspace:write", (tx) =>
      tx.tenant.update({
        where: { id: session.workspace.id },
        data: { marginRate: 0.05, costPerOrderMinor: 5000n },
      }),
    );
    const { found } = await soundRun({ model });
    expect(found.totals?.valueMinor).toBeLessThan(0);
    expect(found.totals?.atRiskMinor).toBe(0);
  });
});

describe("a run of a shop with one price", () => {
  it("values everybody's order at it, notes it, and has nothing serious to say of amounts", async () => {
    await addOrders(
      session,
      shopOrders(400).map((order) => ({ ...order, amountMinor: 999 })),
    );
    const { found, scores } = await soundRun({ model: "mbg_nbd" });
    expect(found).toMatchObject({ status: "succeeded", spend: { model: "common_mean" } });
    const ofSpend = found.warnings.filter(({ code }) => code.startsWith("spend_"));
    expect(ofSpend).toMatchObject([{ code: "spend_uniform", level: "note" }]);
    for (const { expectedSpendMinor } of scores)
      expect(Math.round(expectedSpendMinor ?? 0)).toBe(999);
    const { valueMinor = 0, interval } = found.totals ?? {};
    const [low = 0, high = 0] = interval ?? [];
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(valueMinor);
    expect(high).toBeGreaterThan(valueMinor);
    const record = RunRecord.parse(runRecord(found));
    expect(record.spend?.model).toBe("common_mean");
    const tiers = record.totals?.tiers ?? [];
    expect(tiers.reduce((sum, { customers }) => sum + customers, 0)).toBe(scores.length);
    for (const tier of tiers) {
      expect(tier.interval?.low).toBeLessThan(tier.valueMinor);
      expect(tier.interval?.high).toBeGreaterThan(tier.valueMinor);
    }
  });
});

describe("a run of value so far", () => {
  it.each(ODD)("adds up what was earned of %s, and foretells nothing", async (_, __, orders) => {
    await addOrders(session, orders);
    const { found, scores } = await soundRun({ model: "historic" });
    expect(found).toMatchObject({ status: "succeeded", model: "historic", warnings: [] });
    const earned = orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(found.totals).toMatchObject({ valueMinor: earned, interval: null, forecast: [] });
    expect(scores.every(({ pAlive, lowMinor }) => pAlive === null && lowMinor === null)).toBe(true);
  });
});

describe("an amount below 0", () => {
  it("never gets so far as a run: neither orders nor prices of subscriptions hold one", async () => {
    const order = { customer: "A", day: "2026-01-02", amountMinor: -1 };
    await expect(addOrders(session, [order])).rejects.toThrow();
    const contract = { customer: "B", startedOn: "2026-01-02", priceMinor: -1 };
    await expect(addContracts(session, [contract])).rejects.toThrow();
  });
});

describe("a run by Pareto/NBD", () => {
  it("has its parameters in weeks, a holdout, bands and an interval around the total", async () => {
    await addOrders(session, shopOrders(400));
    const { found, scores } = await soundRun({ model: "pareto_nbd", marginRate: 0.4 });
    expect(found).toMatchObject({ model: "pareto_nbd", askedModel: "pareto_nbd" });
    expect(Object.keys(found.fit?.parameters ?? {}).sort()).toEqual(["alpha", "beta", "r", "s"]);
    expect(found.holdout?.customers).toBeGreaterThan(200);
    const total = found.totals?.valueMinor ?? 0;
    expect(scores.reduce((sum, { valueMinor }) => sum + valueMinor, 0)).toBe(total);
    const [low = 0, high = 0] = found.totals?.interval ?? [];
    expect(low).toBeLessThan(total);
    expect(high).toBeGreaterThan(total);
    const plain = await soundRun({ model: "mbg_nbd", marginRate: 0.4 });
    // Another family on the same orders: alike in total, not the same.
    const ratio = total / (plain.found.totals?.valueMinor ?? 1);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

describe("a currency", () => {
  it.each([
    ["JPY", 0],
    ["KWD", 3],
  ])("of %s has the same minor units in every number as one of two decimals", async (currency) => {
    const asked = { model: "mbg_nbd", marginRate: null } as const;
    await addOrders(session, shopOrders(200));
    const euros = await soundRun(asked);
    const { session: other } = await makeTenant({ currency });
    await addOrders(other, shopOrders(200));
    const same = await soundRun(asked, other);
    expect(same.found.currency).toBe(currency);
    const ratio = (same.found.totals?.valueMinor ?? 0) / (euros.found.totals?.valueMinor ?? 1);
    expect(ratio).toBeCloseTo(1, 4);
    expect(same.found.totals?.historicMinor).toBe(euros.found.totals?.historicMinor);
    const [one, two] = [same.scores[0], euros.scores[0]];
    expect((one?.highMinor ?? 0) / (two?.highMinor ?? 1)).toBeCloseTo(1, 3);
    expect((one?.expectedSpendMinor ?? 0) / (two?.expectedSpendMinor ?? 1)).toBeCloseTo(1, 4);
  });

  it("other than the workspace’s is left out and named, and a run without any other says why it cannot be", async () => {
    await addOrders(session, [
      ...shopOrders(120),
      { customer: "USD", day: "2024-05-01", amountMinor: 900, currency: "USD" },
      { customer: "USD", day: "2024-06-01", amountMinor: 900, currency: "USD" },
    ]);
    const { found } = await soundRun({ model: "mbg_nbd" });
    expect(found.customers).toBe(120);
    expect(found.warnings).toContainEqual({
      ...{ code: "other_currencies", level: "amber", values: { rows: 2, customers: 1 } },
    });
    const { session: other } = await makeTenant();
    await addOrders(other, [
      { customer: "A", day: "2024-05-01", amountMinor: 900, currency: "USD" },
    ]);
    const refused = withTenant(other, "value:write", (tx) =>
      startRun(tx, other, StartRun.parse({})),
    );
    await expect(refused).rejects.toThrow("No order is in EUR, the currency of this workspace.");
  });
});

describe("a run with a customer who bought every day and fell silent", () => {
  it("stores a chance too small for the column as 0", async () => {
    const start = Date.parse("2025-01-01");
    const daily = Array.from({ length: 200 }, (_, at) => ({
      ...{ customer: "daily", amountMinor: 1000 },
      day: new Date(start + at * 86_400_000).toISOString().slice(0, 10),
    }));
    await addOrders(session, [...shopOrders(300), ...daily]);
    const { found, scores } = await soundRun({ model: "mbg_nbd", cutoffOn: "2026-11-01" });
    expect(found.status).toBe("succeeded");
    const silent = scores.find(({ customerExternalId }) => customerExternalId === "daily");
    expect(silent).toMatchObject({ pAlive: 0 });
  });
});

describe("a run asked for with what no run can have", () => {
  const start = (asked: object) =>
    withTenant(session, "value:write", (tx) => startRun(tx, session, StartRun.parse(asked)));

  it("is refused for a day that has not come", async () => {
    await addOrders(session, ordersOn(3, ["2026-01-02"]));
    await expect(start({ cutoffOn: "2999-12-31" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it.each([
    ["nothing", [], {}, "model", "There is no subscription yet. Import subscriptions first."],
    [
      ...["a later day", ["2026-01-02"], { cutoffOn: "2025-06-01" }, "cutoffOn"],
      "There is no subscription up to this day. Choose a later one.",
    ],
    ["what is to come", ["2999-01-02"], {}, "model", "No subscription has begun yet."],
  ] as const)(
    "is refused by sBG with %s of subscriptions, and says so",
    async (_, days, asked, field, words) => {
      await addOrders(session, ordersOn(3, ["2025-01-02"]));
      await addContracts(
        session,
        days.map((startedOn) => ({ customer: "A", startedOn, priceMinor: 900 })),
      );
      await expect(start({ model: "sbg", ...asked })).rejects.toMatchObject({
        code: "invalid_input",
        detail: { fields: { [field]: [words] } },
      });
    },
  );

  it("is refused by sBG where all subscriptions are in another currency", async () => {
    const contract = { customer: "A", startedOn: "2025-01-02", priceMinor: 900, currency: "USD" };
    await addContracts(session, [contract]);
    await expect(start({ model: "sbg" })).rejects.toThrow("No subscription is in EUR");
  });

  it.each([
    { cutoffOn: "0000-01-01" },
    { cohort: { channel: "a\u0000b" } },
    { cohort: { channel: "\ud800" } },
    { cohort: { attribute: { name: "a\u0000", value: "b" } } },
  ])("is refused before it reaches the database: %j", (asked) => {
    expect(StartRun.safeParse(asked).success).toBe(false);
  });
});

describe("a cut-off long after the last order of all", () => {
  it("is told in red", async () => {
    await addOrders(session, ordersOn(60, ["2025-01-02", "2025-02-02", "2025-03-02"]));
    const { found } = await soundRun({ model: "mbg_nbd", cutoffOn: "2026-06-01" });
    expect(found.warnings).toContainEqual(expect.objectContaining({ code: "late_cutoff" }));
  });
});
