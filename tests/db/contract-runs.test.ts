import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { survivalShare } from "#lib/clv/index.ts";
import { startNightlyRuns } from "#lib/clv-runs/commands/start-nightly-runs.ts";
import { findLatestRun, getRun, StartRun, startRun } from "#lib/clv-runs/index.ts";
import { askableOf, scenarioOf, scenarioTotal } from "#lib/clv-runs/what-if.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addOrders } from "#tests/support/orders.ts";
import { addContracts, runToEnd, scoresOf, type TestContract } from "#tests/support/runs.ts";
import { dayOf, simulateContracts } from "#tests/support/simulated-contracts.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const DAY_MS = 86_400_000;
const PROFILE = { alpha: 0.7, beta: 2.5, starts: 24, lastDay: dayOf("2026-06-30") };

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

/** Subscriptions of sBG, the day after the last of which is 1 July 2026. */
function memberships(count: number): TestContract[] {
  return simulateContracts(count, PROFILE).map(({ customer, startDay, endDay, price }) => ({
    customer: `C${customer}`,
    startedOn: dateOf(startDay),
    endedOn: endDay === null ? null : dateOf(endDay),
    priceMinor: 100 * price,
  }));
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A yearly cohort of Fader and Hardie (2007), table 1, "regular", begun on 1 January 2018 and seen to the end of 2025. */
function paperCohort(): TestContract[] {
  const lost = [369, 163, 86, 56, 37, 27, 21];
  const years = [...lost.flatMap((count, at) => new Array(count).fill(at + 1)), ...new Array(241)];
  return years.map((year: number | undefined, index) => ({
    ...{ customer: `C${index}`, startedOn: "2018-01-01", priceMinor: 5000, period: "year" },
    endedOn: year === undefined ? null : `${2018 + year}-01-01`,
  }));
}

describe("a run over contracts", () => {
  it("finds the published fit of seven yearly renewals, and values who is still there by it", async () => {
    await addContracts(session, paperCohort());
    const found = await runToEnd(session, {
      ...{ model: "sbg", cutoffOn: "2025-01-01", horizonMonths: 36, marginRate: 0.5 },
    });
    expect(found).toMatchObject({
      ...{ status: "succeeded", model: "sbg", basis: "contracts", renewalPeriod: "year" },
      ...{ customers: 1000, repeaters: 631, isPartial: false, spend: null },
    });
    const { alpha = 0, beta = 0 } = found.fit?.parameters ?? {};
    expect(alpha).toBeCloseTo(0.7041, 3);
    expect(beta).toBeCloseTo(1.182, 3);
    expect(found.fit?.logLikelihood).toBeCloseTo(-1680.2652, 3);
    const parameters = { alpha: alpha ?? 0, beta: beta ?? 0 };
    expect(survivalShare(parameters, 12)).toBeCloseTo(0.17, 3);
    expect(found.fit?.survival).toHaveLength(7);
    expect(found.fit?.survival?.at(-1)?.observed).toBeCloseTo(0.241, 6);
    const scores = await scoresOf(session, found.id);
    expect(scores).toHaveLength(1000);
    const there = scores.filter(({ pAlive }) => (pAlive ?? 0) > 0);
    expect(there).toHaveLength(241);
    const next = (Number(beta) + 7) / (Number(alpha) + Number(beta) + 7);
    expect(there[0]?.pAlive).toBeCloseTo(next, 5);
    // Three renewals lie within the horizon, the first a year ahead, at 50.00 with half of it margin and 10 % a year.
    const s = (n: number) => survivalShare(parameters, n) / survivalShare(parameters, 7);
    const expected = [1, 2, 3].reduce((sum, j) => sum + (2500 * s(7 + j)) / 1.1 ** j, 0);
    expect(there[0]?.valueMinor).toBeCloseTo(expected, -1);
    expect(there[0]?.expectedPurchases).toBeCloseTo(s(8) + s(9) + s(10), 4);
    // 241 of 1,000 are alike: more than half of them lie within the first fifth, but not within the first twentieth.
    expect(there[0]).toMatchObject({ historicMinor: 8 * 2500, tier: 2 });
    const sum = scores.reduce((total, { valueMinor }) => total + valueMinor, 0);
    expect(sum).toBe(found.totals?.valueMinor);
    const [low = 0, high = 0] = found.totals?.interval ?? [];
    expect(low).toBeLessThan(sum);
    expect(high).toBeGreaterThan(sum);
  });

  it("takes contracts where there is no order, holds back the last third, and foretells it", async () => {
    await addContracts(session, memberships(900));
    const found = await runToEnd(session);
    expect(found).toMatchObject({ askedModel: "auto", model: "sbg", renewalPeriod: "month" });
    expect(Math.abs(found.holdout?.totalError ?? 1)).toBeLessThan(0.15);
    expect(found.totals?.forecast).toHaveLength(12);
    const months = (found.totals?.forecast ?? []).reduce(
      (all, each) => all + each.expectedMinor,
      0,
    );
    expect(months / (found.totals?.forecastYear?.expectedMinor ?? 0)).toBeCloseTo(1, 3);
    expect(found.totals?.past).toHaveLength(12);
    for (const { actualMinor } of found.totals?.past ?? []) expect(actualMinor).toBeGreaterThan(0);
    expect(found.warnings.map(({ code }) => code)).toContain("calibration_length");
    const usual = scenarioOf(found);
    expect(askableOf(found)).toEqual(["retention", "margin", "discount"]);
    expect(scenarioTotal(found, usual)?.valueMinor).toBe(found.totals?.valueMinor);
    const staying = scenarioTotal(found, { ...usual, retentionPoints: 5 })?.ratio ?? 0;
    expect(staying).toBeGreaterThan(1);
    const latest = await withTenant(session, "value:read", findLatestRun);
    expect(latest?.id).toBe(found.id);
    for (const score of await scoresOf(session, found.id)) {
      expect(Object.values(score).every((value) => !Number.isNaN(value))).toBe(true);
      expect(score.lowMinor).toBeLessThanOrEqual(score.highMinor ?? 0);
    }
  });

  it("beside orders speaks only of those under contract, and is not the workspace’s last run", async () => {
    await addContracts(session, memberships(300));
    await addOrders(session, [{ customer: "B1", day: "2026-01-02", amountMinor: 900 }]);
    const orders = await runToEnd(session);
    expect(orders).toMatchObject({ basis: "orders", customers: 1 });
    const contracts = await runToEnd(session, { model: "sbg" });
    expect(contracts).toMatchObject({ basis: "contracts", customers: 300, isPartial: true });
    const latest = await withTenant(session, "value:read", findLatestRun);
    expect(latest?.id).toBe(orders.id);
  });

  it("leaves other currencies and other periods out, and says so", async () => {
    await addContracts(session, [
      ...memberships(300),
      { customer: "USD", startedOn: "2026-01-01", currency: "USD" },
      { customer: "year", startedOn: "2025-01-01", period: "year" },
      { customer: "C0", startedOn: "2026-01-01", period: null, priceMinor: null },
    ]);
    const found = await runToEnd(session, { model: "sbg", cutoffOn: "2026-06-30" });
    expect(found.customers).toBe(300);
    const warnings = new Map(found.warnings.map(({ code, values }) => [code, values]));
    expect(warnings.get("other_currencies")).toEqual({ rows: 1, customers: 1 });
    expect(warnings.get("mixed_periods")).toEqual({ customers: 1 });
  });

  it("takes a missing price as that of the others, and values nothing where none is known", async () => {
    const priced = memberships(300);
    await addContracts(
      session,
      priced.map((each, at) => (at % 3 === 0 ? { ...each, priceMinor: null } : each)),
    );
    const some = await runToEnd(session);
    expect(some.warnings).toContainEqual(expect.objectContaining({ code: "price_missing" }));
    const { session: other } = await makeTenant();
    await addContracts(
      other,
      priced.map((each) => ({ ...each, priceMinor: null })),
    );
    const none = await runToEnd(other);
    expect(none.warnings).toContainEqual(
      expect.objectContaining({ code: "no_price", level: "red" }),
    );
    expect(none.totals?.valueMinor).toBe(0);
  });

  it.each([
    ["few_renewals", memberships(400).filter(({ startedOn }) => startedOn > "2026-04-05")],
    ["few_losses", memberships(25)],
    ["few_renewals", [{ customer: "A", startedOn: "2026-06-01" }]],
    [
      "few_renewals",
      ["A", "B", "C"].map((customer) => ({ customer, startedOn: "2026-06-01", priceMinor: 0 })),
    ],
  ])("refuses a model and ranks by what was paid (%s)", async (code, contracts) => {
    await addContracts(session, contracts);
    const found = await runToEnd(session, { model: "sbg", cutoffOn: "2026-06-30" });
    expect(found).toMatchObject({ status: "refused", model: "historic", fit: null });
    expect(found.warnings[0]).toMatchObject({ code, level: "refusal" });
    const scores = await scoresOf(session, found.id);
    expect(scores.length).toBe(new Set(contracts.map(({ customer }) => customer)).size);
    expect(scores.every(({ pAlive }) => pAlive === null)).toBe(true);
  });

  it("is serious about losses that rise with tenure", async () => {
    const lost = [5, 15, 40, 90, 120];
    const months = lost.flatMap((count, at) => new Array(count).fill(at + 1));
    const contracts = [...months, ...new Array(130)].map((month: number | undefined, index) => ({
      ...{ customer: `C${index}`, startedOn: "2026-01-01" },
      endedOn: month === undefined ? null : `2026-0${1 + month}-01`,
    }));
    await addContracts(session, contracts);
    const found = await runToEnd(session, { model: "sbg", cutoffOn: "2026-06-01" });
    expect(found.warnings).toContainEqual(
      expect.objectContaining({ code: "rising_hazard", level: "red" }),
    );
  });

  it("is refused without a contract up to the day, and cannot be seen from another workspace", async () => {
    const start = (asked: Partial<StartRun>) =>
      withTenant(session, "value:write", (tx) => startRun(tx, session, StartRun.parse(asked)));
    await expect(start({ model: "sbg" })).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { model: expect.any(Array) } },
    });
    await addContracts(session, memberships(60));
    await expect(start({ model: "sbg", cutoffOn: "2020-01-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(start({ model: "mbg_nbd" })).rejects.toMatchObject({ code: "invalid_input" });
    const channel = { firstFrom: null, firstUntil: null, channel: "web", attribute: null };
    await expect(start({ model: "sbg", cohort: channel })).rejects.toMatchObject({
      detail: { fields: { channel: expect.any(Array) } },
    });
    const found = await runToEnd(session);
    const { session: other } = await makeTenant();
    await expect(
      withTenant(other, "value:read", (tx) => getRun(tx, found.id)),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(runToEnd(other, { model: "sbg" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("runs at night once a contract has begun or ended since", async () => {
    await addContracts(session, memberships(200));
    await runToEnd(session);
    const count = () => withTenant(session, "value:read", (tx) => tx.clvRun.count());
    await startNightlyRuns();
    expect(await count()).toBe(1);
    await addContracts(session, [{ customer: "new", startedOn: "2026-07-20" }]);
    await startNightlyRuns();
    expect(await count()).toBe(2);
  });
});
