import { existsSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { startNightlyRuns } from "#lib/clv-runs/commands/start-nightly-runs.ts";
import {
  findLatestRun,
  getLifetimeValue,
  getRun,
  listScores,
  StartRun,
  startRun,
  thinRuns,
} from "#lib/clv-runs/index.ts";
import { giveUpRun, runClv } from "#lib/clv-runs/jobs.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { dayAt, shopOrders } from "#tests/support/runs.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const REFERENCE = "../shared/reference/clv";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

type Asked = Partial<StartRun>;

async function start(asked: Asked = {}, by = session): Promise<string> {
  const given = StartRun.parse(asked);
  const { id } = await withTenant(by, "value:write", (tx) => startRun(tx, by, given));
  return id;
}

async function run(asked: Asked = {}) {
  const runId = await start(asked);
  await runClv({ tenantId: session.workspace.id, runId });
  return read(runId);
}

function read(runId: string, by = session) {
  return withTenant(by, "value:read", (tx) => getRun(tx, runId));
}

function scoresOf(runId: string, page = { limit: 200, after: null as string | null }) {
  return withTenant(session, "value:read", (tx) => listScores(tx, session, runId, page));
}

describe("a run of lifetime value", () => {
  it("chooses a model by holdout, scores every customer, and its scores add up to its totals", async () => {
    await addOrders(session, shopOrders(500));
    const found = await run({ marginRate: 0.4, cutoffOn: "2025-12-30" });
    expect(found).toMatchObject({ status: "succeeded", customers: 500, percent: 100 });
    expect(["bg_nbd", "mbg_nbd"]).toContain(found.model);
    expect(found.holdout?.customers).toBeGreaterThan(300);
    const { items } = await scoresOf(found.id, { limit: 1000, after: null });
    expect(items).toHaveLength(500);
    const sum = items.reduce((total, { valueMinor }) => total + valueMinor, 0);
    expect(sum).toBe(found.totals?.valueMinor);
    expect(found.totals?.tiers.reduce((all, { customers }) => all + customers, 0)).toBe(500);
    const [low = 0, high = 0] = found.totals?.interval ?? [];
    expect(low).toBeLessThan(sum);
    expect(high).toBeGreaterThan(sum);
    const error = Math.abs(found.holdout?.spendError ?? 0);
    // Each customer’s value is rounded to the minor unit.
    expect(high / sum).toBeGreaterThan(1 + error - 1e-6);
    expect(found.totals?.forecast).toHaveLength(12);
    for (const { expectedMinor, interval, innerInterval } of found.totals?.forecast ?? [])
      for (const [least, most] of [interval, innerInterval]) {
        expect(least).toBeLessThanOrEqual(expectedMinor * (1 - error) + 1);
        expect(most).toBeGreaterThanOrEqual(expectedMinor * (1 + error) - 1);
      }
    for (const score of items) {
      expect(Object.values(score).every((value) => !Number.isNaN(value))).toBe(true);
      expect(score.pAlive).toBeGreaterThanOrEqual(0);
      expect(score.pAlive).toBeLessThanOrEqual(1);
    }
    expect(items[0]?.tier).toBe(1);
    expect(items.at(-1)?.tier).toBe(4);
  });

  it("keeps what came in the year up to the cut-off beside the forecast, by the same margin", async () => {
    const orders = shopOrders(200);
    await addOrders(session, orders);
    const { totals } = await run({ marginRate: 0.4, cutoffOn: "2025-12-30", model: "mbg_nbd" });
    const months = Array.from({ length: 12 }, (_, place) => place - 11);
    expect(totals?.past.map(({ month }) => month)).toEqual(months);
    const came = totals?.past.reduce((all, { actualMinor }) => all + actualMinor, 0) ?? 0;
    const ordered = orders
      .filter(({ day }) => day >= "2024-12-30" && day <= "2025-12-30")
      .reduce((all, { amountMinor }) => all + amountMinor, 0);
    expect(ordered).toBeGreaterThan(0);
    // Each of twelve months is rounded to the minor unit.
    expect(Math.abs(came - 0.4 * ordered)).toBeLessThanOrEqual(6);
  });

  it("takes intervals from refits where few have bought again, and says so", async () => {
    await addOrders(session, shopOrders(200));
    const { totals, fit } = await run({ model: "mbg_nbd" });
    expect(totals?.intervalMethod).toBe("bootstrap");
    expect(totals?.refits).toBeGreaterThan(380);
    expect(Object.keys(fit?.intervals ?? {}).sort()).toEqual(["a", "alpha", "b", "r"]);
  });

  it("lists scores page by page, the most valuable first, each once", async () => {
    await addOrders(session, shopOrders(120));
    const found = await run();
    const seen: string[] = [];
    const values: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await scoresOf(found.id, { limit: 50, after });
      seen.push(...page.items.map(({ customerId }) => customerId));
      values.push(...page.items.map(({ valueMinor }) => valueMinor));
      after = page.next;
      more = after !== null;
    }
    expect(new Set(seen).size).toBe(120);
    expect(values).toEqual(values.toSorted((one, other) => other - one));
  });

  it("takes the margin of the workspace unless told another, and none as revenue", async () => {
    await addOrders(session, shopOrders(120));
    await withTenant(session, "workspace:write", (tx) =>
      tx.tenant.update({ where: { id: session.workspace.id }, data: { marginRate: 0.5 } }),
    );
    const own = await run({ model: "mbg_nbd" });
    const revenue = await run({ model: "mbg_nbd", marginRate: null });
    expect([own.marginRate, revenue.marginRate]).toEqual([0.5, null]);
    const ratio = (own.totals?.valueMinor ?? 0) / (revenue.totals?.valueMinor ?? 1);
    expect(ratio).toBeCloseTo(0.5, 4);
  });

  it("leaves out orders after the cut-off, in another currency and of other cohorts", async () => {
    const orders = shopOrders(200);
    await addOrders(session, orders);
    await addOrders(session, [
      { customer: "USD", day: "2024-03-01", amountMinor: 500, currency: "USD" },
      { customer: "late", day: "2026-02-01", amountMinor: 500 },
    ]);
    const until = dayAt(729);
    expect(await run({ cutoffOn: until })).toMatchObject({ customers: 200, cutoffOn: until });
    const firstFrom = "2024-07-01";
    const cohort = { firstFrom, firstUntil: null, channel: null, attribute: null };
    const later = await run({ cutoffOn: until, cohort });
    const firsts = new Map<string, string>();
    for (const { customer, day } of orders)
      if (day < (firsts.get(customer) ?? "9")) firsts.set(customer, day);
    expect(later.customers).toBe([...firsts.values()].filter((day) => day >= firstFrom).length);
  });

  it.each([
    [
      "no_repeat_purchases",
      [
        { customer: "A", day: "2026-01-02", amountMinor: 900 },
        { customer: "B", day: "2026-02-02", amountMinor: 100 },
      ],
    ],
    ["single_customer", [{ customer: "A", day: "2026-01-02", amountMinor: 900 }]],
    [
      "one_day_only",
      [
        { customer: "A", day: "2026-01-02", amountMinor: 900 },
        { customer: "B", day: "2026-01-02", amountMinor: 0 },
      ],
    ],
    ["few_repeaters", shopOrders(40)],
  ])("refuses a model and ranks by what was earned (%s)", async (code, orders) => {
    await addOrders(session, orders);
    const found = await run();
    expect(found).toMatchObject({ status: "refused", model: "historic", fit: null });
    expect(found.warnings).toEqual([expect.objectContaining({ code, level: "refusal" })]);
    const { items } = await scoresOf(found.id);
    const earned = orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(items.reduce((sum, { valueMinor }) => sum + valueMinor, 0)).toBe(earned);
    expect(items.every(({ pAlive }) => pAlive === null)).toBe(true);
  });

  it("gives amounts of 0 no value and no spend, but counts the visits", async () => {
    await addOrders(
      session,
      shopOrders(120).map((order) => ({ ...order, amountMinor: 0 })),
    );
    const found = await run();
    expect(found).toMatchObject({ status: "succeeded", spend: null });
    expect(found.warnings).toContainEqual(expect.objectContaining({ code: "no_spend" }));
    expect(found.totals?.valueMinor).toBe(0);
  });

  it("is refused without an order, and while five wait", async () => {
    await expect(start()).rejects.toMatchObject({ code: "invalid_input" });
    await addOrders(session, [{ customer: "A", day: "2026-01-02", amountMinor: 900 }]);
    await expect(start({ cutoffOn: "2025-01-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    for (let waiting = 0; waiting < 5; waiting += 1) await start();
    await expect(start()).rejects.toMatchObject({ code: "too_many_requests" });
  });

  it("begins again after a broken-off attempt, and ends once", async () => {
    await addOrders(session, shopOrders(80));
    const runId = await start();
    const job = { tenantId: session.workspace.id, runId };
    await Promise.all([runClv(job), runClv(job)]);
    expect(await read(runId)).toMatchObject({ status: "succeeded", customers: 80 });
    await runClv(job);
    expect((await scoresOf(runId)).items).toHaveLength(80);
    await giveUpRun(job);
    expect(await read(runId)).toMatchObject({ status: "succeeded" });
  });

  it("says so when it was given up", async () => {
    await addOrders(session, [{ customer: "A", day: "2026-01-02", amountMinor: 900 }]);
    const runId = await start();
    await giveUpRun({ tenantId: session.workspace.id, runId });
    expect(await read(runId)).toMatchObject({ status: "failed", failure: expect.any(String) });
  });

  it("tells what the last run says of a customer, by number and by id", async () => {
    const ids = await addOrders(session, shopOrders(60));
    const value = (reference: string) =>
      withTenant(session, "value:read", (tx) => getLifetimeValue(tx, session, reference));
    await expect(value("C1")).rejects.toMatchObject({ code: "not_found" });
    const found = await run();
    expect(await value("C1")).toMatchObject({ runId: found.id, customerExternalId: "C1" });
    expect(await value(ids.get("C1") ?? "")).toEqual(await value("external:C1"));
    await expect(value("nobody")).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes with its customer, and cannot be seen from another workspace", async () => {
    const ids = await addOrders(session, shopOrders(60));
    const found = await run();
    const other = (await makeTenant()).session;
    await expect(read(found.id, other)).rejects.toMatchObject({ code: "not_found" });
    expect(await withTenant(other, "value:read", (tx) => findLatestRun(tx))).toBeNull();
    await withTenant(session, "customer:write", (tx) =>
      tx.customer.deleteMany({ where: { id: ids.get("C1") ?? "" } }),
    );
    expect((await scoresOf(found.id)).items).toHaveLength(59);
  });

  it("runs at night where value was computed since the last run, with its terms", async () => {
    await addOrders(session, shopOrders(60));
    const first = await run({ horizonMonths: 12, model: "mbg_nbd" });
    await startNightlyRuns();
    expect(await countRuns()).toBe(1);
    await withTenant(session, "value:write", (tx) =>
      tx.valueSnapshot.create({
        data: {
          ...{ asOfOn: new Date(), computedAt: new Date(), customers: 1, orderCount: 1 },
          ...{ revenueMinor: 1n, currency: "EUR", concentration: [], segments: {} },
        },
      }),
    );
    await startNightlyRuns();
    const [newest] = await withTenant(session, "value:read", (tx) =>
      tx.clvRun.findMany({ orderBy: { createdAt: "desc" }, take: 1 }),
    );
    expect(newest).toMatchObject({ isScheduled: true, horizonMonths: 12, askedModel: "mbg_nbd" });
    expect(newest?.id).not.toBe(first.id);
    await startNightlyRuns();
    expect(await countRuns()).toBe(2);
  });

  it("keeps the scores of the last two runs and of each quarter’s last whole, of others tier and value", async () => {
    await addOrders(session, shopOrders(60));
    const ids: string[] = [];
    for (let round = 0; round < 4; round += 1) ids.push((await run({ model: "mbg_nbd" })).id);
    const thin = () => withTenant(session, "value:write", (tx) => thinRuns(tx, session));
    while ((await thin()) > 0);
    const whole = await Promise.all(ids.map(async (id) => (await read(id)).isWhole));
    expect(whole).toEqual([false, false, true, true]);
    const [first] = (await scoresOf(ids[0] ?? "")).items;
    expect(first).toMatchObject({ tier: 1, pAlive: null, historicMinor: null });
    expect((await scoresOf(ids[3] ?? "")).items[0]?.pAlive).not.toBeNull();
  });

  it.skipIf(!existsSync(REFERENCE))(
    "finds CDNOW’s published parameters from its orders",
    async () => {
      const file = readFileSync(`${REFERENCE}/cdnow_sample_transactions.csv`, "utf8");
      await importText(session, { kind: "orders", text: file });
      const found = await run({ model: "bg_nbd", cutoffOn: "1997-09-30", marginRate: null });
      expect(found).toMatchObject({ customers: 2357, repeaters: 946, model: "bg_nbd" });
      const { r, alpha, a, b } = found.fit?.parameters ?? {};
      const relative = [r, alpha, a, b].map(
        (value, at) => (value ?? 0) / ([0.2425945, 4.413602, 0.792922, 2.4259068][at] ?? 1),
      );
      for (const ratio of relative) expect(ratio).toBeCloseTo(1, 5);
      expect(found.fit?.logLikelihood).toBeCloseTo(-9582.429207, 5);
      expect(found.spend?.logLikelihood).toBeCloseTo(-4055.917695, 5);
    },
  );
});

function countRuns(): Promise<number> {
  return withTenant(session, "value:read", (tx) => tx.clvRun.count());
}
