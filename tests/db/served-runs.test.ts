import { beforeEach, describe, expect, it } from "vitest";
import { runRecord } from "#lib/api/run-record.ts";
import { RunRecord } from "#lib/api/value-operations.ts";
import type { Session } from "#lib/auth/types.ts";
import { getLifetimeValue } from "#lib/clv-runs/index.ts";
import { scenarioOf, scenarioTotal } from "#lib/clv-runs/what-if.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { addContracts, runToEnd, scoresOf, shopOrders } from "#tests/support/runs.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { chooseRates } from "#tests/support/value.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const ORDERS = shopOrders(90);
const LAST_DAY =
  ORDERS.map(({ day }) => day)
    .sort()
    .at(-1) ?? "";
/** Without a choice. */
const QUICK = { model: "mbg_nbd" } as const;
const MARGIN = { marginRate: 0.5, costPerOrderMinor: null };

async function contacts(lines: readonly string[], by = session) {
  const text = `call_id,customer_id,date,type,channel,duration,activity\n${lines.join("\n")}\n`;
  const done = await importText(by, { kind: "interactions", text });
  expect(done).toMatchObject({ status: "succeeded", counts: { rejected: 0 } });
}

/** What a contact of a channel costs, in minor units. */
function setChannels(costs: Readonly<Record<string, number>>) {
  return withTenant(session, "workspace:write", (tx) =>
    tx.tenant.update({
      where: { id: session.workspace.id },
      data: { costPerContactMinor: costs },
    }),
  );
}

/** Every customer's last order day, on which somebody calls: so many times. */
function callsOf(customer: string, count: number): string[] {
  const days = ORDERS.filter((order) => order.customer === customer).map(({ day }) => day);
  return Array.from(
    { length: count },
    (_, k) => `${customer}-${k},${customer},${days.at(-1)},service,phone,300,`,
  );
}

/** What each customer brought so far by a run, by their number. */
async function historicOf(runId: string): Promise<Map<string, number>> {
  const scores = await scoresOf(session, runId);
  return new Map(scores.map((row) => [row.customerExternalId, row.historicMinor ?? 0]));
}

describe("a run of a workspace that knows what contacts cost", () => {
  beforeEach(async () => {
    await addOrders(session, ORDERS);
    await chooseRates(session, MARGIN);
  });

  it("takes the expected cost off every customer, most off those who call most, and says so", async () => {
    const plain = await runToEnd(session, QUICK);
    expect(plain).toMatchObject({ costPerContactMinor: null, totals: { service: null } });
    await setChannels({ phone: 450 });
    const callers = ["C1", "C2", "C3"];
    await contacts(callers.flatMap((customer) => callsOf(customer, 6)));
    const served = await runToEnd(session, QUICK);
    const { service } = served.totals ?? {};
    expect(served.costPerContactMinor).toEqual({ phone: 450 });
    expect(service).toMatchObject({ contacts: 18, priced: 18, costMinor: 18 * 450 });
    expect(service?.aheadMinor).toBeGreaterThan(0);
    // Eighteen contacts: what all of them cost is known within a quarter at best, and the total bears it.
    expect(service?.aheadErrorMinor).toBeGreaterThan((service?.aheadMinor ?? 0) / 5);
    const errorOf = (run: typeof served) => run.totals?.standardErrorMinor ?? 0;
    const ofBoth = Math.hypot(errorOf(plain), service?.aheadErrorMinor ?? 0);
    expect(errorOf(served) / ofBoth).toBeGreaterThan(0.8);
    const gap = (plain.totals?.valueMinor ?? 0) - (served.totals?.valueMinor ?? 0);
    // Values are rounded one by one.
    expect(Math.abs(gap - (service?.aheadMinor ?? 0))).toBeLessThan(90);
    const before = new Map(
      (await scoresOf(session, plain.id)).map((row) => [row.customerExternalId, row.valueMinor]),
    );
    const after = await scoresOf(session, served.id);
    const taken = after.map((row) => ({
      number: row.customerExternalId,
      off: (before.get(row.customerExternalId) ?? 0) - row.valueMinor,
    }));
    for (const { off } of taken) expect(off).toBeGreaterThanOrEqual(0);
    expect(taken.filter(({ off }) => off > 0).length).toBeGreaterThan(60);
    const record = RunRecord.parse(runRecord(served));
    expect(record.totals?.service).toEqual(service);
    expect(record.costPerContactMinor).toEqual({ phone: 450 });
  });

  it("prices by the rate of an activity first, and counts no contact of before the first order or after the cut-off", async () => {
    await setChannels({ phone: 450 });
    await importText(session, {
      kind: "activity_rates",
      text: "activity,unit,cost,valid_from\nVisit,visit,80,2020-01-01\n",
    });
    const first = ORDERS.find(({ customer }) => customer === "C5")?.day ?? "";
    await contacts([
      `I1,C5,${first},visit,phone,,Visit`,
      `I2,C5,${first},service,phone,60,`,
      `I3,C5,${first},chat,chat,,`,
      "I4,C5,2019-01-01,service,phone,60,",
      "I5,C5,2026-02-01,service,phone,60,",
    ]);
    const { totals } = await runToEnd(session, { ...QUICK, cutoffOn: LAST_DAY });
    expect(totals?.service).toMatchObject({ contacts: 3, priced: 2, costMinor: 8_450 });
  });

  it("takes what contacts have cost off what each customer brought, and says how many had a price", async () => {
    const plain = await runToEnd(session, QUICK);
    expect(plain.totals?.historicContacts).toBeNull();
    await setChannels({ phone: 450 });
    const first = ORDERS.find(({ customer }) => customer === "C2")?.day ?? "";
    await contacts([
      ...callsOf("C1", 3),
      `I1,C2,${first},service,phone,60,`,
      `I2,C2,${first},chat,chat,,`,
      "I3,C2,2019-01-01,service,phone,60,",
    ]);
    const served = await runToEnd(session, QUICK);
    expect(served.totals?.historicContacts).toEqual({ contacts: 5, priced: 4, costMinor: 1_800 });
    expect(served.totals?.historicMinor).toBe((plain.totals?.historicMinor ?? 0) - 1_800);
    expect(RunRecord.parse(runRecord(served)).totals?.historicContacts).toEqual(
      served.totals?.historicContacts,
    );
    const before = await historicOf(plain.id);
    const after = await historicOf(served.id);
    const off = [...before].map(([number, minor]) => [number, minor - (after.get(number) ?? 0)]);
    expect(off.filter(([, minor]) => minor !== 0).sort()).toEqual([
      ["C1", 1_350],
      ["C2", 450],
    ]);
    const id = `external:C1`;
    const value = await withTenant(session, "value:read", (tx) =>
      getLifetimeValue(tx, session, id),
    );
    expect(value.historicMinor).toBe(after.get("C1"));
  });

  it("ranks by what is left after contacts where nothing is foretold: who cost more than they brought come last", async () => {
    await setChannels({ phone: 5_000_000 });
    await contacts(callsOf("C1", 2));
    const run = await runToEnd(session, { model: "historic" });
    const scores = await scoresOf(session, run.id);
    const last = scores.at(-1);
    expect(last).toMatchObject({ customerExternalId: "C1", percentile: 0 });
    expect(last?.valueMinor).toBeLessThan(-9_000_000);
    expect(last?.valueMinor).toBe(last?.historicMinor);
    expect(last?.tier).toBe(Math.max(...scores.map(({ tier }) => tier)));
    const total = scores.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
    expect(run.totals).toMatchObject({ valueMinor: total, historicMinor: total, service: null });
    const halved = scenarioTotal(run, { ...scenarioOf(run), marginRate: 0.25 });
    // Revenue at half the margin, less the same contacts.
    expect(halved?.valueMinor).toBeCloseTo((total + 10_000_000) / 2 - 10_000_000, -2);
  });

  it("takes nothing off where value is revenue, nothing has a price, or nobody was in contact", async () => {
    await contacts(callsOf("C1", 3));
    expect((await runToEnd(session, QUICK)).totals?.service).toBeNull();
    await setChannels({ chat: 100 });
    const unpriced = await runToEnd(session, QUICK);
    expect(unpriced).toMatchObject({
      costPerContactMinor: { chat: 100 },
      totals: { service: null },
    });
    await setChannels({ phone: 100 });
    const asRevenue = await runToEnd(session, { ...QUICK, marginRate: null });
    expect(asRevenue).toMatchObject({ costPerContactMinor: null, totals: { service: null } });
    expect((await runToEnd(session, QUICK)).totals?.service?.priced).toBe(3);
  });

  it("may make customers worth less than nothing, in scores, total and interval", async () => {
    await setChannels({ phone: 5_000_000 });
    await contacts(["C1", "C2", "C3"].flatMap((customer) => callsOf(customer, 20)));
    const { id, totals } = await runToEnd(session);
    expect(totals?.valueMinor).toBeLessThan(0);
    expect(totals?.interval?.[0]).toBeLessThan(totals?.valueMinor ?? 0);
    const scores = await scoresOf(session, id);
    expect(Math.min(...scores.map(({ valueMinor }) => valueMinor))).toBeLessThan(0);
    for (const { atRiskMinor } of scores) expect(atRiskMinor).toBeGreaterThanOrEqual(0);
  });

  it("cannot see another workspace's contacts or rates", async () => {
    const { session: other } = await makeTenant();
    await addOrders(other, ORDERS);
    await contacts(callsOf("C1", 5), other);
    await setChannels({ phone: 450 });
    expect((await runToEnd(session, QUICK)).totals).toMatchObject({
      ...{ service: null, historicContacts: null },
    });
  });
});

describe("a run over subscriptions", () => {
  it("takes the cost of contacts off what renewals bring", async () => {
    await chooseRates(session, MARGIN);
    await addContracts(
      session,
      Array.from({ length: 200 }, (_, index) => ({
        customer: `S${index}`,
        startedOn: "2025-01-10",
        endedOn: index % 3 === 0 ? `2025-0${2 + (index % 6)}-10` : null,
      })),
    );
    const asked = { model: "sbg", cutoffOn: "2025-11-20" } as const;
    const plain = await runToEnd(session, asked);
    await setChannels({ phone: 450 });
    await contacts(["I1,S1,2025-05-01,service,phone,60,", "I2,S2,2025-06-01,service,phone,60,"]);
    const served = await runToEnd(session, asked);
    const { service } = served.totals ?? {};
    expect(served).toMatchObject({ model: "sbg", status: "succeeded" });
    expect(service).toMatchObject({ contacts: 2, priced: 2, costMinor: 900 });
    expect(served.totals?.historicContacts).toEqual({ contacts: 2, priced: 2, costMinor: 900 });
    expect(served.totals?.historicMinor).toBe((plain.totals?.historicMinor ?? 0) - 900);
    const gap = (plain.totals?.valueMinor ?? 0) - (served.totals?.valueMinor ?? 0);
    expect(gap).toBeGreaterThan(0);
    expect(Math.abs(gap - (service?.aheadMinor ?? 0))).toBeLessThan(200);
    expect(served.totals?.sampleServiceCosts.length).toBe(served.totals?.contractSample.length);
    await withTenant(session, "workspace:write", (tx) =>
      tx.tenant.update({
        where: { id: session.workspace.id },
        data: { retentionCostPerYearMinor: 600 },
      }),
    );
    const kept = (await runToEnd(session, asked)).totals;
    expect(kept?.service).toEqual(service);
    expect(kept?.retention?.aheadMinor).toBeGreaterThan(0);
    const keeping = (served.totals?.valueMinor ?? 0) - (kept?.valueMinor ?? 0);
    expect(Math.abs(keeping - (kept?.retention?.aheadMinor ?? 0))).toBeLessThan(200);
  });
});

describe("a run of a workspace that knows what keeping a customer costs", () => {
  const setRetentionCost = (minor: number, by = session) =>
    withTenant(by, "workspace:write", (tx) =>
      tx.tenant.update({
        where: { id: by.workspace.id },
        data: { retentionCostPerYearMinor: minor },
      }),
    );

  it("takes it off what is to come for as long as customers are expected to stay, and not off what came", async () => {
    await addOrders(session, ORDERS);
    await chooseRates(session, MARGIN);
    const plain = await runToEnd(session, QUICK);
    expect(plain).toMatchObject({ retentionCostPerYearMinor: null, totals: { retention: null } });
    await setRetentionCost(1_200);
    const kept = await runToEnd(session, QUICK);
    const { retention } = kept.totals ?? {};
    expect(kept).toMatchObject({ retentionCostPerYearMinor: 1_200, totals: { service: null } });
    expect(retention?.aheadMinor).toBeCloseTo(
      ((retention?.weeksAhead ?? 0) / (365.25 / 7)) * 1_200,
      -1,
    );
    const gap = (plain.totals?.valueMinor ?? 0) - (kept.totals?.valueMinor ?? 0);
    // Values are rounded one by one.
    expect(gap).toBeGreaterThan(10_000);
    expect(Math.abs(gap - (retention?.aheadMinor ?? 0))).toBeLessThan(90);
    expect(kept.totals?.historicMinor).toBe(plain.totals?.historicMinor);
    expect(kept.totals?.standardErrorMinor).toBeGreaterThan(0);
    const record = RunRecord.parse(runRecord(kept));
    expect(record).toMatchObject({ retentionCostPerYearMinor: 1_200, totals: { retention } });
    // Twice the margin is more than twice the value, as what keeping them costs stays.
    const doubled = scenarioTotal(kept, { ...scenarioOf(kept), marginRate: 1 });
    const more = (plain.totals?.valueMinor ?? 0) * 2 - (retention?.aheadMinor ?? 0);
    expect((doubled?.valueMinor ?? 0) / more).toBeCloseTo(1, 2);
  });

  it("takes none off revenue, nor off another workspace", async () => {
    const { session: other } = await makeTenant();
    await setRetentionCost(1_200, other);
    await addOrders(session, ORDERS);
    await chooseRates(session, MARGIN);
    expect((await runToEnd(session, QUICK)).retentionCostPerYearMinor).toBeNull();
    await setRetentionCost(1_200);
    const asRevenue = await runToEnd(session, { ...QUICK, marginRate: null });
    expect(asRevenue).toMatchObject({
      ...{ retentionCostPerYearMinor: null, totals: { retention: null } },
    });
  });
});
