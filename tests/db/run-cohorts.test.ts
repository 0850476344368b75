import { beforeEach, describe, expect, it } from "vitest";
import { ROLE_PERMISSIONS } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { startNightlyRuns } from "#lib/clv-runs/commands/start-nightly-runs.ts";
import {
  findLatestRun,
  findScore,
  getLifetimeOverview,
  getRun,
  StartRun,
  startRun,
  thinRuns,
} from "#lib/clv-runs/index.ts";
import type { RunCohort } from "#lib/clv-runs/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addOrders } from "#tests/support/orders.ts";
import { runToEnd, shopOrders } from "#tests/support/runs.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const EVERYBODY: RunCohort = { firstFrom: null, firstUntil: null, channel: null, attribute: null };
const ORDERS = shopOrders(240);

let session: Session;
let ids: Map<string, string>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  ids = await addOrders(session, ORDERS);
});

const cohort = (some: Partial<RunCohort>) => ({ cohort: { ...EVERYBODY, ...some } });
const latest = (by = session) => withTenant(by, "value:read", findLatestRun);

/** The first day of each customer. */
function firstDays(): string[] {
  const firsts = new Map<string, string>();
  for (const { customer, day } of ORDERS)
    if (day < (firsts.get(customer) ?? "9")) firsts.set(customer, day);
  return [...firsts.values()];
}

describe("a run of some customers", () => {
  it.each(["auto", "bg_nbd", "pareto_nbd", "historic"] as const)(
    "is of those who first ordered within the days, by %s as by every model that may be named",
    async (model) => {
      const days = { firstFrom: "2024-03-01", firstUntil: "2024-10-31" };
      const within = firstDays().filter((day) => day >= days.firstFrom && day <= days.firstUntil);
      const found = await runToEnd(session, { model, ...cohort(days) });
      expect(found).toMatchObject({ customers: within.length, isPartial: true });
      expect(found.cohort).toEqual({ ...EVERYBODY, ...days });
    },
  );

  it("is of those with a value of an attribute, or whose first order came through a channel", async () => {
    await withTenant(session, "customer:write", (tx) =>
      tx.customer.updateMany({
        where: { id: { in: [...ids.values()].slice(0, 100) } },
        data: { attributes: { City: "Linz" } },
      }),
    );
    const attribute = { name: "City", value: "Linz" };
    expect((await runToEnd(session, cohort({ attribute }))).customers).toBe(100);
    const other = { name: "City", value: "linz" };
    expect(await runToEnd(session, cohort({ attribute: other }))).toMatchObject({
      ...{ status: "refused", customers: 0 },
      warnings: [{ code: "no_customers" }],
    });
    await withTenant(session, "order:write", (tx) =>
      tx.customerOrder.updateMany({
        where: { customerId: ids.get("C1") ?? "" },
        data: { channel: "web" },
      }),
    );
    expect((await runToEnd(session, cohort({ channel: "web" }))).customers).toBe(1);
  });

  it("never becomes the last run that tiers, dashboards and the card show, nor the one of the night", async () => {
    const everybody = await runToEnd(session, { model: "mbg_nbd" });
    const some = await runToEnd(session, {
      ...{ model: "mbg_nbd", horizonMonths: 12 },
      ...cohort({ firstFrom: "2024-06-01" }),
    });
    expect(everybody.isPartial).toBe(false);
    expect((await latest())?.id).toBe(everybody.id);
    const customerId = ids.get("C1") ?? "";
    const score = await withTenant(session, "value:read", (tx) =>
      findScore(tx, session, customerId),
    );
    expect(score?.run.id).toBe(everybody.id);
    const overview = await withTenant(session, "value:read", (tx) =>
      getLifetimeOverview(tx, session),
    );
    expect(overview).toMatchObject({ run: { id: everybody.id }, former: null });
    await withTenant(session, "value:write", (tx) =>
      tx.valueSnapshot.create({
        data: {
          ...{ asOfOn: new Date(), computedAt: new Date(), customers: 1, orderCount: 1 },
          ...{ revenueMinor: 1n, currency: "EUR", concentration: [], segments: {} },
        },
      }),
    );
    await startNightlyRuns();
    const [night] = await withTenant(session, "value:read", (tx) =>
      tx.clvRun.findMany({ where: { isScheduled: true } }),
    );
    expect(night).toMatchObject({ horizonMonths: 36, isPartial: false, cohort: null });
    expect(some.horizonMonths).toBe(12);
  });

  it("pushes no run of all customers out of the two that stay whole", async () => {
    const whole = await runToEnd(session, { model: "mbg_nbd" });
    for (let round = 0; round < 3; round += 1)
      await runToEnd(session, { model: "mbg_nbd", ...cohort({ firstFrom: "2024-06-01" }) });
    const thin = () => withTenant(session, "value:write", (tx) => thinRuns(tx, session));
    while ((await thin()) > 0);
    const kept = await withTenant(session, "value:read", (tx) => getRun(tx, whole.id));
    expect(kept.isWhole).toBe(true);
  });

  it("is of everybody where nothing narrows it down", async () => {
    expect(await runToEnd(session, cohort({}))).toMatchObject({ cohort: null, isPartial: false });
  });

  it("by attribute is refused to those who may not read personal data, and is never seen elsewhere", async () => {
    const permissions = new Set(
      ROLE_PERMISSIONS.cx_manager.filter((permission) => permission !== "customer:personal"),
    );
    const blind: Session = { ...session, permissions };
    const asked = StartRun.parse(cohort({ attribute: { name: "City", value: "Linz" } }));
    await expect(
      withTenant(blind, "value:write", (tx) => startRun(tx, blind, asked)),
    ).rejects.toMatchObject({ code: "forbidden" });
    const some = await runToEnd(session, cohort({ firstFrom: "2024-06-01" }));
    const { session: other } = await makeTenant();
    await expect(
      withTenant(other, "value:read", (tx) => getRun(tx, some.id)),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await latest(other)).toBeNull();
  });
});
