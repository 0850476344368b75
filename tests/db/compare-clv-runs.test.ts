import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersMoved } from "#lib/clv-runs/customers-moved.ts";
import {
  findMigration,
  findShownRun,
  getLifetimeOverview,
  getRun,
  getRunEntry,
  listRunEntries,
  readSegmentsAhead,
  StartRun,
  startRun,
} from "#lib/clv-runs/index.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import type { MigrationCell } from "#lib/clv-runs/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import { countCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { addOrders, type TestOrder } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const DAY_MS = 86_400_000;

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

async function run(asked: Partial<StartRun> = {}) {
  const given = StartRun.parse({ model: "mbg_nbd", ...asked });
  const { id } = await withTenant(session, "value:write", (tx) => startRun(tx, session, given));
  await runClv({ tenantId: session.workspace.id, runId: id });
  return withTenant(session, "value:read", (tx) => getRun(tx, id));
}

function overview(by = session) {
  return withTenant(by, "value:read", (tx) => getLifetimeOverview(tx, by));
}

/** Of the run shown for a month, the latest for "". */
function migration(month = "") {
  return withTenant(session, "value:read", async (tx) => {
    const shown = (await findShownRun(tx, session, month)).run;
    return shown && findMigration(tx, session, shown);
  });
}

function segments() {
  return withTenant(session, "value:read", async (tx) => {
    const shown = (await findShownRun(tx, session, "")).run;
    return shown && readSegmentsAhead(tx, session, shown);
  });
}

function sumTo(cells: readonly MigrationCell[], tier: number): number {
  return cells.filter(({ to }) => to === tier).reduce((sum, cell) => sum + cell.customers, 0);
}

/** How many customers the list at such an address shows. */
function countMoved(query: string, by: Session): Promise<number> {
  const asked = customersAddress.read(new URLSearchParams(query));
  return withTenant(by, "customer:read", (tx) => countCustomers(tx, by, asked));
}

function totalOf({ totals }: Awaited<ReturnType<typeof run>>): number {
  return Number(totals?.valueMinor);
}

function dayAt(day: number): string {
  return new Date(Date.parse("2024-01-01") + day * DAY_MS).toISOString().slice(0, 10);
}

/** Customers who begin within 20 months and buy at random, half of them no more after a while. */
function shop(customers: number): TestOrder[] {
  return Array.from({ length: customers }, (_, index) => {
    const random = createRandom(11, index);
    const first = Math.floor(random() * 600);
    const last = random() < 0.5 ? first + 200 * random() : 730;
    const orders: TestOrder[] = [];
    for (let day = first; day < last; day += Math.ceil(-Math.log(random()) * 50))
      orders.push({
        customer: `C${index}`,
        day: dayAt(day),
        amountMinor: Math.round(1000 + 9000 * random()),
      });
    return orders;
  }).flat();
}

describe("two runs of lifetime value", () => {
  it("have a movement that adds up to the difference of their totals exactly", async () => {
    await addOrders(session, shop(300));
    const before = await run({ cutoffOn: dayAt(500) });
    const now = await run({ cutoffOn: dayAt(729) });
    const found = await overview();
    expect(found.run?.id).toBe(now.id);
    expect(found.former).toMatchObject({ run: { id: before.id }, hasSameTerms: true });
    const sum = found.movement.reduce((all, { amountMinor }) => all + amountMinor, 0);
    expect(sum).toBe(totalOf(now) - totalOf(before));
    const kinds = found.movement.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(expect.arrayContaining(["down", "lost", "new", "up"]));
    const fresh = found.movement.find(({ kind }) => kind === "new");
    expect(fresh?.customers).toBe(Number(now.customers) - Number(before.customers));
    const amountOf = (kind: string) =>
      found.movement.find((each) => each.kind === kind)?.amountMinor;
    expect(Math.min(amountOf("up") ?? 0, amountOf("new") ?? 0)).toBeGreaterThan(0);
    expect(amountOf("down")).toBeLessThan(0);
  });

  it("have a matrix of tiers that sums to the customers and the value of both", async () => {
    const ids = await addOrders(session, shop(300));
    await run({ cutoffOn: dayAt(500) });
    await run({ cutoffOn: dayAt(729) });
    const found = await migration();
    const sumOf = (key: "from" | "to", tier: number) =>
      (found?.cells ?? [])
        .filter((cell) => cell[key] === tier)
        .reduce((sum, { customers }) => sum + customers, 0);
    for (const { tier, customers } of found?.former.run.totals?.tiers ?? [])
      expect(sumOf("from", tier)).toBe(customers);
    for (const { tier, customers } of found?.run.totals?.tiers ?? [])
      expect(sumOf("to", tier)).toBe(customers);
    const value = found?.cells.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0);
    expect(value).toBe(found?.run.totals?.valueMinor);
    expect(ids.size).toBe(300);
  });

  it("are shown as tiers up to a month before the latest, against the run before that", async () => {
    await addOrders(session, shop(120));
    const [first, second] = [
      await run({ cutoffOn: dayAt(500) }),
      await run({ cutoffOn: dayAt(600) }),
    ];
    const last = await run({ cutoffOn: dayAt(729) });
    const past = await migration(dayAt(600).slice(0, 7));
    if (!past) throw new Error("There are two runs up to it.");
    expect([past.former.run.id, past.run.id]).toEqual([first.id, second.id]);
    for (const { tier, customers } of second.totals?.tiers ?? [])
      expect(sumTo(past.cells, tier)).toBe(customers);
    const stayed = past.cells.find(({ from, to }) => from === 1 && to === 1);
    expect(await countMoved(customersMoved(past, 1, 1) ?? "", session)).toBe(stayed?.customers);
    expect((await migration("2031-01"))?.run.id).toBe(last.id);
    expect(await migration(dayAt(500).slice(0, 7))).toBeNull();
  });

  it("lead from each cell of the matrix to as many customers as it counts", async () => {
    await addOrders(session, shop(120));
    await run({ cutoffOn: dayAt(500) });
    await run({ cutoffOn: dayAt(729) });
    const found = await migration();
    if (!found) throw new Error("There are two runs.");
    expect(found.cells.length).toBeGreaterThan(6);
    for (const { from, to, customers } of found.cells) {
      const query = customersMoved(found, from ?? 0, to ?? 0) ?? "";
      expect(await countMoved(query, session), query).toBe(customers);
    }
    const other = (await makeTenant()).session;
    expect(await countMoved(customersMoved(found, 1, 1) ?? "", other)).toBe(0);
    expect(await countMoved("?moved=no-such.move", session)).toBe(0);
    const permissions = new Set(session.permissions);
    permissions.delete("value:read");
    await expect(
      countMoved(customersMoved(found, 1, 1) ?? "", { ...session, permissions }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("prefer a former run with the same terms, and say when there is none", async () => {
    await addOrders(session, shop(200));
    const first = await run({ cutoffOn: dayAt(600) });
    await run({ cutoffOn: dayAt(650), horizonMonths: 12 });
    const found = await run({ cutoffOn: dayAt(729) });
    expect((await overview()).former?.run.id).toBe(first.id);
    const other = await run({ horizonMonths: 24, cutoffOn: dayAt(729) });
    const { run: latest, former } = await overview();
    expect([latest?.id, former?.run.id]).toEqual([other.id, found.id]);
    expect(former?.hasSameTerms).toBe(false);
  });

  it("of two models are not told as customers who moved: one by the same model is preferred", async () => {
    await addOrders(session, shop(200));
    const first = await run({ cutoffOn: dayAt(600) });
    await run({ cutoffOn: dayAt(700), model: "bg_nbd" });
    await run({ cutoffOn: dayAt(729) });
    expect((await overview()).former).toMatchObject({ run: { id: first.id }, hasSameTerms: true });
    await run({ cutoffOn: dayAt(729), model: "pareto_nbd" });
    expect((await overview()).former?.hasSameTerms).toBe(false);
  });

  it("are not compared where one has a model and the other only what was earned", async () => {
    await addOrders(session, shop(200));
    await run({ cutoffOn: dayAt(729) });
    await run({ model: "historic", cutoffOn: dayAt(729) });
    expect((await overview()).former).toBeNull();
    expect(await migration()).toBeNull();
  });
});

describe("what a run says", () => {
  it("of segments adds up to the run", async () => {
    await addOrders(session, shop(200));
    const found = await run({ cutoffOn: dayAt(729) });
    const ahead = await segments();
    const sum = (key: "customers" | "valueMinor" | "atRiskMinor") =>
      ahead?.segments.reduce((all, segment) => all + (segment[key] ?? 0), 0);
    expect(sum("customers")).toBe(found.customers);
    expect(sum("valueMinor")).toBe(found.totals?.valueMinor);
    expect(sum("atRiskMinor")).toBe(found.totals?.atRiskMinor);
  });

  it("names who started it, and how many doubts it has", async () => {
    await addOrders(session, shop(100));
    const found = await run({ cutoffOn: dayAt(729) });
    const [entry] = await withTenant(session, "value:read", (tx) => listRunEntries(tx, 10));
    const { name } = session.actor as { name: string };
    expect(entry).toMatchObject({
      id: found.id,
      startedBy: name,
      warningCount: found.warnings.length,
    });
    const one = await withTenant(session, "value:read", (tx) => getRunEntry(tx, found.id));
    expect(one.startedBy).toBe(name);
  });

  it("cannot be seen from another workspace", async () => {
    await addOrders(session, shop(100));
    const found = await run({ cutoffOn: dayAt(729) });
    const other = (await makeTenant()).session;
    expect(await overview(other)).toEqual({
      ...{ run: null, waiting: null, former: null, movement: [] },
      ...{ months: [], isPast: false, course: [] },
    });
    await expect(
      withTenant(other, "value:read", (tx) => getRunEntry(tx, found.id)),
    ).rejects.toMatchObject({ code: "not_found" });
    const nothing = await withTenant(other, "value:read", async (tx) => [
      (await findShownRun(tx, other, "2026-01")).run,
      (await listRunEntries(tx, 10)).length,
    ]);
    expect(nothing).toEqual([null, 0]);
  });
});
