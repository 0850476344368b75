import { beforeEach, describe, expect, it } from "vitest";
import { ROLE_PERMISSIONS } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import {
  acquisitionTable,
  bridgeTable,
  customerBridgeRows,
  findCustomerExtras,
  findLifetimeBridge,
  getCustomerBridge,
} from "#lib/bridge/index.ts";
import { StartRun, startRun } from "#lib/clv-runs/index.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { chooseRates, refresh } from "#tests/support/value.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

/** Thirty customers won through the web in March, ten in the shop in April; each buys every month until July. */
const WON = Array.from({ length: 40 }, (_, at) => ({
  number: `C${at + 1}`,
  ...(at < 30 ? { channel: "Web", month: 3 } : { channel: "shop", month: 4 }),
}));
const ORDERS = WON.flatMap(({ number, channel, month }, at) =>
  Array.from(
    { length: 8 - month },
    (_, more) =>
      `${number}-${more},${number},2025-0${month + more}-${String((at % 9) + 10)},100,${channel},`,
  ),
);
const RETURN = "R1,C1,2025-07-20,40,Web,C1-0";

async function buy() {
  const text = `order_id,customer_id,date,amount,channel,return_of\n${ORDERS.join("\n")}\n${RETURN}\n`;
  const done = await importText(session, { kind: "orders", text });
  expect(done).toMatchObject({ status: "succeeded", counts: { rejected: 0 } });
}

async function spend(lines: readonly string[]) {
  const text = `customer_id,channel,from,to,cost\n${lines.join("\n")}\n`;
  const done = await importText(session, { kind: "acquisition_costs", text });
  expect(done).toMatchObject({ status: "succeeded", counts: { rejected: 0 } });
}

async function compute(model = "historic") {
  await refresh(session);
  const asked = StartRun.parse({ model });
  const { id } = await withTenant(session, "value:write", (tx) => startRun(tx, session, asked));
  await runClv({ tenantId: session.workspace.id, runId: id });
}

const bridge = (by = session) =>
  withTenant(by, "value:read", async (tx) => {
    const value = await findValueOverview(tx, by);
    return value && findLifetimeBridge(tx, by, value);
  });

const bridgeValue = () => withTenant(session, "value:read", (tx) => findValueOverview(tx, session));

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

const RATES = { marginRate: 0.5, costPerOrderMinor: 1_000n };
/** In minor units: orders of 100.00 less one return of 40.00, at a margin of a half and 10.00 an order. */
const REVENUE = ORDERS.length * 10_000 - 4_000;
const SERVICE = ORDERS.length * 1_000;

describe("the bridge of a workspace", () => {
  it("adds up to what was earned, with goods, returns and cost to serve, by tier and in all", async () => {
    await buy();
    await chooseRates(session, RATES);
    await compute();
    const found = await bridge();
    const [whole, ...tiers] = found?.parts ?? [];
    expect(whole?.bridge).toMatchObject({
      steps: [
        { term: "ordered", amountMinor: ORDERS.length * 10_000 },
        { term: "returns", amountMinor: -4_000 },
        { term: "goods", amountMinor: -REVENUE / 2 },
        { term: "service", amountMinor: -SERVICE },
        { term: "earned", amountMinor: REVENUE / 2 - SERVICE },
      ],
      ...{ customers: 40, totalMinor: REVENUE / 2 - SERVICE, gaps: ["expected"] },
    });
    const sum = tiers.reduce((all, { bridge: { totalMinor } }) => all + totalMinor, 0);
    expect(sum).toBe(whole?.bridge.totalMinor);
    expect(tiers.map(({ name }) => name)).toEqual(expect.arrayContaining(["Silver", "Bronze"]));
    expect(found?.acquisition).toBeNull();
    const steps = found?.parts.flatMap((part) => part.bridge.steps) ?? [];
    expect(bridgeTable(found?.parts ?? [], "EUR").rows).toHaveLength(steps.length);
  });

  it("is of revenue, and says so, until the margin is set", async () => {
    await buy();
    await compute();
    const [whole] = (await bridge())?.parts ?? [];
    expect(whole?.bridge.gaps).toEqual(["goods", "service", "expected"]);
    expect(whole?.bridge.totalMinor).toBe(REVENUE);
  });

  it("does not add what was expected with rates that are no longer in force", async () => {
    await buy();
    await chooseRates(session, RATES);
    await compute("mbg_nbd");
    const before = await bridge();
    const [run] = before?.parts ?? [];
    if (before?.run.model === "historic") expect(run?.bridge.gaps).toContain("expected");
    else expect(run?.bridge.steps.map(({ term }) => term)).toContain("lifetime");
    await chooseRates(session, { ...RATES, marginRate: 0.4 });
    await refresh(session);
    const [after] = (await bridge())?.parts ?? [];
    expect(after?.bridge.steps.map(({ term }) => term)).not.toContain("expected");
    if (before?.run.model !== "historic") expect(after?.bridge.gaps).toContain("other_rates");
  });

  it("does not add what a run expects from a day long before that of value, which counts twice", async () => {
    await buy();
    await refresh(session);
    const { id } = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findFirstOrThrow({ where: { externalId: "C1" }, select: { id: true } }),
    );
    const upTo = (cutoffOn: string) =>
      addWatchRun(session, new Map([[id, { pAlive: 0.5, valueMinor: 5_000 }]]), { cutoffOn });
    const whole = async () => (await bridge())?.parts[0]?.bridge;
    const { asOfOn } = (await bridgeValue()) ?? { asOfOn: "" };
    await upTo(daysBefore(asOfOn, 8));
    const early = await whole();
    expect(early?.gaps).toContain("earlier_day");
    expect(early?.steps.map(({ term }) => term)).not.toContain("expected");
    await upTo(daysBefore(asOfOn, 7));
    const soon = await whole();
    expect(soon?.gaps).not.toContain("earlier_day");
    expect(soon?.steps).toContainEqual({ term: "expected", amountMinor: 5_000 });
  });

  it("is not there before a run, nor from another workspace", async () => {
    await buy();
    await refresh(session);
    expect(await bridge()).toBeNull();
    await compute();
    expect(await bridge((await makeTenant()).session)).toBeNull();
  });
});

describe("the bridge of one customer", () => {
  const idOf = async (externalId: string) => {
    const find = { where: { externalId }, select: { id: true } };
    return withTenant(session, "customer:read", async (tx) => {
      const { id } = await tx.customer.findFirstOrThrow(find);
      return id;
    });
  };
  const bridgeOfOne = (id: string, by = session) =>
    withTenant(by, "value:read", (tx) => getCustomerBridge(tx, by, id));

  it("is a file of its steps, which add up to what was earned with them", async () => {
    await buy();
    await chooseRates(session, RATES);
    await compute();
    // Five orders of 100.00, of which 40.00 came back, at a margin of a half and 10.00 an order.
    expect(customerBridgeRows(await bridgeOfOne(await idOf("C1")), "EUR")).toEqual([
      ["C1", "ordered", "500.00", "EUR"],
      ["C1", "returns", "-40.00", "EUR"],
      ["C1", "goods", "-230.00", "EUR"],
      ["C1", "service", "-50.00", "EUR"],
      ["C1", "earned", "180.00", "EUR"],
    ]);
  });

  it("has no row before value is computed, nor for who may not read value", async () => {
    await buy();
    const id = await idOf("C1");
    expect(customerBridgeRows(await bridgeOfOne(id), "EUR")).toEqual([]);
    await compute();
    const theirs = { ...session, permissions: new Set(ROLE_PERMISSIONS.frontline) };
    const found = await withTenant(theirs, "customer:read", (tx) =>
      getCustomerBridge(tx, theirs, id),
    );
    expect(found.bridge).toBeNull();
  });

  it("is not found from another workspace", async () => {
    await buy();
    const other = (await makeTenant()).session;
    await expect(bridgeOfOne(await idOf("C1"), other)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("what it cost to win customers", () => {
  it("is set against what those won through each channel brought, and told with n", async () => {
    await buy();
    await chooseRates(session, RATES);
    await spend([
      ",web,2025-03-01,2025-03-31,3000",
      ",Shop,2025-04-01,2025-04-30,100",
      ",Fairs,2025-04-01,2025-04-30,50",
    ]);
    await compute();
    const found = (await bridge())?.acquisition;
    expect(found).toMatchObject({ firstOn: "2025-03-01", lastOn: "2025-04-30" });
    // Of the web: five orders each, so 5 × 40.00 earned less half of the 40.00 that came back of thirty customers.
    const earned = (30 * 5 * 4_000 - 2_000) / 30;
    expect(found?.channels).toMatchObject([
      { channel: "web", customers: 30, costEachMinor: 10_000, earnedEachMinor: earned },
      { channel: "Shop", customers: 10, costEachMinor: 1_000, earnedEachMinor: 16_000 },
      { channel: "Fairs", customers: 0, costMinor: 5_000, ratio: null },
    ]);
    expect(found?.channels[0]?.ratio).toBeCloseTo(earned / 10_000);
    expect(found?.total).toMatchObject({ customers: 40, costMinor: 315_000 });
    // 78.75 each, at 40.00 a month: two months, observed for all forty.
    expect(found?.payback).toMatchObject({ kind: "after", n: 40 });
    expect(acquisitionTable(found ?? null, "EUR").rows).toHaveLength(3);
  });

  it("counts a customer with a cost of their own once, by that", async () => {
    await buy();
    await chooseRates(session, RATES);
    await spend([",web,2025-03-01,2025-03-31,290", "C1,Referral,2025-03-02,,10"]);
    await compute();
    const found = (await bridge())?.acquisition;
    expect(found?.channels).toMatchObject([
      { channel: "web", customers: 29, costEachMinor: 1_000 },
      { channel: "Referral", customers: 1, costEachMinor: 1_000, ratio: null },
    ]);
    const { id } = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findFirstOrThrow({ where: { externalId: "C1" }, select: { id: true } }),
    );
    const extras = (by: Session) =>
      withTenant(by, "value:read", (tx) => findCustomerExtras(tx, by, id));
    expect(await extras(session)).toEqual({ returnedMinor: 4_000, acquisitionMinor: 1_000 });
    expect(await extras((await makeTenant()).session)).toEqual({
      ...{ returnedMinor: 0, acquisitionMinor: null },
    });
  });

  it("has no ratio without a margin, and wins nobody outside its days", async () => {
    await buy();
    await spend([",web,2025-05-01,2025-05-31,300", ",shop,2025-04-01,,100"]);
    await compute();
    const found = (await bridge())?.acquisition;
    expect(found?.channels).toMatchObject([
      { channel: "web", customers: 0 },
      { channel: "shop", customers: 10, earnedEachMinor: null, ratio: null },
    ]);
    expect(found?.payback).toEqual({ kind: "too_few" });
  });
});
