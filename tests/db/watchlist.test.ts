import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { getRun, StartRun, startRun } from "#lib/clv-runs/index.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import { newId } from "#lib/db/new-ids.ts";
import { decodePageKey, encodePageKey } from "#lib/db/page-key.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { checkCalibration } from "#lib/defection/calibration.ts";
import { watchAddress } from "#lib/defection/filter.ts";
import {
  exportWatched,
  findWatchRun,
  getWatched,
  listCasesElsewhere,
  listWatched,
  OpenCase,
  openCase,
  WATCH_COLUMNS,
} from "#lib/defection/index.ts";
import type { WatchRow } from "#lib/defection/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { addCustomers, addOrders, addOrdersOf, type TestOrder } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let tenant: TestTenant;
let session: Session;
let ids: Map<string, string>;
beforeEach(async () => {
  tenant = await makeTenant();
  ({ session } = tenant);
  ids = await addCustomers(session, {
    A: { name: "Ana Weber" },
    B: { name: "Ben Ott" },
    C: { name: "Cleo Roth" },
    D: null,
  });
});

const idOf = (number: string) => ids.get(number) ?? "";

/** At risk: C 90, A 80, B 50, D nothing. */
function addRun(options: Parameters<typeof addWatchRun>[2] = {}) {
  const scores = new Map([
    [idOf("A"), { pAlive: 0.2, valueMinor: 10_000, tier: 1 }],
    [idOf("B"), { pAlive: 0.5, valueMinor: 10_000, tier: 2 }],
    [idOf("C"), { pAlive: 0.9, valueMinor: 90_000, tier: 1 }],
    [idOf("D"), { pAlive: 0.1, valueMinor: 0, tier: 2 }],
  ]);
  return addWatchRun(session, scores, options);
}

/** The list as a role sees it at an address. */
async function list(query = "", by = session, page: { after?: string; limit?: number } = {}) {
  const { after = null, limit = 50 } = page;
  return withTenant(by, "value:read", async (tx) => {
    const run = await findWatchRun(tx);
    if (typeof run === "string") throw new Error(`There is no list: ${run}.`);
    const asked = watchAddress.read(new URLSearchParams(query));
    return listWatched(tx, by, { run, query: asked }, { after, limit });
  });
}

const numbersOf = ({ items }: { items: readonly WatchRow[] }) =>
  items.map(({ externalId }) => externalId).join("");

function take(number: string, otherwise: Record<string, string> = {}, by = session) {
  const asked = OpenCase.parse({ customerId: idOf(number), ...otherwise });
  return withTenant(by, "defection:write", (tx) => openCase(tx, by, asked));
}

describe("the watch list", () => {
  it("ranks customers by what is lost if they have left, and leaves out who has nothing to lose", async () => {
    await addRun();
    const page = await list();
    expect(numbersOf(page)).toBe("CAB");
    expect(page.items[0]).toMatchObject({
      ...{ externalId: "C", name: "Cleo Roth", isMasked: false, tierName: "Best" },
      ...{ atRiskMinor: 9_000, valueMinor: 90_000, band: [0, 180_000], latest: null },
    });
    expect(page.items[0]?.pAlive).toBeCloseTo(0.9, 6);
  });

  it("comes page by page, and refuses a key that is none", async () => {
    await addRun();
    const first = await list("", session, { limit: 2 });
    expect(numbersOf(first)).toBe("CA");
    // The address of the next page tells only who was last.
    expect(decodePageKey("watchlist", z.looseObject({}), first.next)).toEqual({ id: idOf("A") });
    const second = await list("", session, { after: first.next ?? "", limit: 2 });
    expect([numbersOf(second), second.next]).toEqual(["B", null]);
    await expect(list("", session, { after: "no key" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    const gone = encodePageKey("watchlist", { id: newId() });
    await expect(list("", session, { after: gone })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("is of the last run only", async () => {
    await addRun();
    await addWatchRun(session, new Map([[idOf("B"), { pAlive: 0.1, valueMinor: 100 }]]));
    expect(numbersOf(await list())).toBe("B");
  });

  it("says why there is none: no run, too little data, or nothing foretold", async () => {
    const find = () => withTenant(session, "value:read", findWatchRun);
    expect(await find()).toBe("no_run");
    await addRun({ model: "historic", status: "refused" });
    expect(await find()).toBe("refused");
    await addRun({ model: "historic" });
    expect(await find()).toBe("historic");
    await addRun();
    expect(await find()).toMatchObject({ cutoffOn: "2026-11-01" });
  });

  it("is narrowed by tier, by case and by who answers for it", async () => {
    await addRun();
    const { actor } = tenant.sessionAs("cx_manager");
    const memberId = actor.kind === "member" ? actor.membershipId : "";
    await take("A", { responsibleId: memberId, dueOn: "2026-01-01" });
    expect(numbersOf(await list("tier=2"))).toBe("B");
    expect(numbersOf(await list("case=none"))).toBe("CB");
    expect(numbersOf(await list("case=open"))).toBe("A");
    expect(numbersOf(await list("case=overdue"))).toBe("A");
    expect(numbersOf(await list("case=saved"))).toBe("");
    expect(numbersOf(await list("case=none&case=open"))).toBe("CAB");
    expect(numbersOf(await list(`responsible=${memberId}`))).toBe("A");
    expect(numbersOf(await list(`responsible=${memberId}&tier=2`))).toBe("");
    expect((await list("case=open")).items[0]?.latest).toMatchObject({
      responsible: { id: memberId, name: "Test cx_manager" },
      ...{ dueOn: "2026-01-01", isOverdue: true, outcome: null },
    });
  });

  it("names open cases of customers who are not on it, and all without a run", async () => {
    await take("A");
    await take("D");
    const elsewhere = (runId: string | null, by = session) =>
      withTenant(by, "value:read", (tx) => listCasesElsewhere(tx, by, runId));
    expect((await elsewhere(null)).map(({ name }) => name)).toEqual(["Ana Weber", null]);
    const runId = await addRun();
    expect((await elsewhere(runId)).map(({ externalId }) => externalId)).toEqual(["D"]);
    const masked = await elsewhere(null, tenant.sessionAs("executive"));
    expect(masked.map(({ name }) => name)).toEqual([null, null]);
    const other = (await makeTenant()).session;
    expect(await elsewhere(null, other)).toEqual([]);
  });

  it("hides names and exact value from roles that may not read them", async () => {
    await addRun();
    const [masked] = (await list("", tenant.sessionAs("executive"))).items;
    expect(masked).toMatchObject({
      name: null,
      isMasked: true,
      ...{ valueMinor: null, atRiskMinor: null, band: [0, 180_000], atRiskBand: [0, 18_000] },
    });
    const [plain] = (await list("", tenant.sessionAs("auditor"))).items;
    expect(plain).toMatchObject({ name: "Cleo Roth", valueMinor: null });
    await expect(list("", tenant.sessionAs("frontline"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("knows nothing of another workspace", async () => {
    await addRun();
    const other = (await makeTenant()).session;
    expect(await withTenant(other, "value:read", findWatchRun)).toBe("no_run");
    const theirs = await addWatchRun(other, new Map());
    expect(theirs).not.toBe("");
    expect(numbersOf(await list("", other))).toBe("");
    await expect(
      withTenant(other, "value:read", (tx) => getWatched(tx, other, idOf("A"))),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes into a file with its columns, without names for those who may not read them", async () => {
    await addRun();
    await take("C", { nextStep: "Call" });
    const rowsFor = (by: Session) =>
      withTenant(by, "value:read", (tx) =>
        exportWatched(tx, by, watchAddress.usual, { after: null, limit: 2 }),
      );
    const { rows, next } = await rowsFor(session);
    expect(next).not.toBeNull();
    const [first] = rows;
    expect(Object.fromEntries(WATCH_COLUMNS.map((name, i) => [name, first?.[i]]))).toEqual({
      ...{ customer_id: "C", name: "Cleo Roth", tier: "Best", chance_to_have_left: 0.1 },
      ...{ at_risk: "90.00", clv: "900.00", clv_low_80: "0.00", clv_high_80: "1800.00" },
      ...{ currency: "EUR", reasons: "", case: "open", responsible: null },
      ...{ next_step: "Call", due_on: null, at_risk_low_80: null, at_risk_high_80: null },
    });
    const banded = (await rowsFor(tenant.sessionAs("executive"))).rows[0];
    expect(banded?.slice(1, 6)).toEqual([null, "Best", 0.1, null, null]);
    expect(banded?.slice(-2)).toEqual(["0.00", "180.00"]);
  });
});

describe("why a customer is on the watch list", () => {
  async function addTraces() {
    await addOrdersOf(session, ids, [
      ...["2025-06-01", "2025-06-22", "2025-07-13", "2026-08-09"].map((day) => ({
        ...{ customer: "A", day, amountMinor: 1000 },
      })),
      // In another currency and after the cut-off: they count for nothing.
      { customer: "A", day: "2026-10-30", amountMinor: 9000, currency: "USD" },
      { customer: "A", day: "2026-11-15", amountMinor: 9000 },
      { customer: "B", day: "2026-01-01", amountMinor: 500 },
    ]);
    await withTenant(session, "signal:write", async (tx) => {
      const { id: sourceId } = await tx.dataSource.create({
        data: { id: newId(), name: "Survey", kind: "survey" },
      });
      const own = { sourceId, customerId: idOf("A") };
      await tx.signal.createMany({
        data: [
          ["2026-01-01", 9],
          ["2026-09-01", 3],
        ].map(([day, score]) => ({
          ...{ id: newId(), ...own, externalId: String(day), audience: "customer", metric: "nps" },
          ...{ occurredOn: new Date(String(day)), score: Number(score), scaleMin: 0, scaleMax: 10 },
        })),
      });
      await tx.complaint.createMany({
        data: ["Open", "Closed"].map((status) => ({
          ...{ id: newId(), ...own, externalId: status, status },
          receivedOn: new Date(Date.now() - 12 * 86_400_000),
        })),
      });
    });
  }

  const reasonsOf = async (number: string, by = session) =>
    (await list("", by)).items.find(({ externalId }) => externalId === number)?.reasons;

  it("is told from what is there, the worst first", async () => {
    await addTraces();
    await addRun();
    expect(await reasonsOf("A")).toEqual([
      { kind: "open_complaint", count: 1, days: 12 },
      { kind: "low_score", score: 3, most: 10, occurredOn: "2026-09-01" },
      { kind: "spend_down", share: expect.closeTo(2 / 3, 6) },
    ]);
    expect(await reasonsOf("B")).toEqual([{ kind: "bought_once", days: 304 }]);
    expect(await reasonsOf("C")).toEqual([]);
  });

  it("leaves out what tells who said what where personal data is hidden", async () => {
    await addTraces();
    await addRun();
    expect(await reasonsOf("A", tenant.sessionAs("department_head"))).toEqual([
      { kind: "spend_down", share: expect.closeTo(2 / 3, 6) },
    ]);
  });
});

/** Customers who begin within 20 months and buy at random, half of them no more after a while. */
function shop(customers: number): TestOrder[] {
  return Array.from({ length: customers }, (_, index) => {
    const random = createRandom(11, index);
    const first = Math.floor(random() * 600);
    const last = random() < 0.5 ? first + 200 * random() : 730;
    const orders: TestOrder[] = [];
    for (let day = first; day < last; day += Math.ceil(-Math.log(random()) * 50))
      orders.push({
        ...{ customer: `S${index}`, amountMinor: Math.round(1000 + 9000 * random()) },
        day: new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
      });
    return orders;
  }).flat();
}

describe("a run with a holdout", () => {
  it("stores how its chances came true, and its scores make the list", async () => {
    await addOrders(session, shop(300));
    const asked = StartRun.parse({ model: "mbg_nbd" });
    const { id } = await withTenant(session, "value:write", (tx) => startRun(tx, session, asked));
    await runClv({ tenantId: session.workspace.id, runId: id });
    const { holdout } = await withTenant(session, "value:read", (tx) => getRun(tx, id));
    const stored = holdout?.calibration;
    expect(stored?.tenths).toHaveLength(10);
    expect(stored?.customers).toBe(holdout?.customers);
    const checked = stored ? checkCalibration(stored) : null;
    expect(checked?.auc?.value).toBeGreaterThan(0.7);
    expect(checked?.brier.value).toBeLessThan(checked?.baseBrier ?? 0);
    expect(checked?.byChance.lift?.value).toBeGreaterThan(1);
    const page = await list("", session, { limit: 10 });
    expect(page.items).toHaveLength(10);
    const risks = page.items.map(({ atRiskMinor }) => atRiskMinor);
    expect(risks).toEqual(risks.toSorted((one, other) => Number(other) - Number(one)));
  });
});
