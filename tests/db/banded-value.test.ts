import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import {
  findShownRun,
  mayReadTotalOf,
  readableGroups,
  readSegmentsAhead,
  segmentsAheadTable,
} from "#lib/clv-runs/index.ts";
import { readableCells } from "#lib/clv-runs/least-shown.ts";
import type { SeenValue } from "#lib/clv-runs/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findWatchRun, getWatched, listWatched, OpenCase, openCase } from "#lib/defection/index.ts";
import { findStanding } from "#lib/lookup/index.ts";
import { addCustomers, addOrders } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { refresh } from "#tests/support/value.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let tenant: TestTenant;
let customerId: string;

/** Worth 900.00, with a chance of 0.1 to have left: 90.00 at risk; the band is 0 to 1,800.00. */
beforeEach(async () => {
  tenant = await makeTenant();
  const { session } = tenant;
  customerId = (await addCustomers(session, { C: { name: "Cleo Roth" } })).get("C") ?? "";
  await addWatchRun(session, new Map([[customerId, { pAlive: 0.9, valueMinor: 90_000 }]]));
  const asked = OpenCase.parse({ customerId });
  await withTenant(session, "defection:write", (tx) => openCase(tx, session, asked));
});

/** Everything that a role is told of the value of the customer. */
function seenBy(by: Session) {
  return withTenant(by, "value:read", async (tx) => {
    const run = await findWatchRun(tx);
    if (typeof run === "string") throw new Error(`There is no list: ${run}.`);
    const { items } = await listWatched(tx, by, { run }, { after: null, limit: 1 });
    const { danger, cases } = await getWatched(tx, by, customerId);
    const standing = await findStanding(tx, by, customerId);
    if (typeof standing === "string") throw new Error(`There is no standing: ${standing}.`);
    return { row: items[0], danger, opened: cases[0], worth: standing.value };
  });
}

/** The value that chance and risk give: at risk ÷ chance. */
function dividedOut(seen: Pick<SeenValue, "atRiskBand"> | null | undefined, pAlive: number) {
  return seen?.atRiskBand?.map((bound) => Math.round(bound / (1 - pAlive) / 100));
}

describe("the value of a customer", () => {
  it.each(["executive", "auditor", "department_head"] as const)(
    "follows for the %s from no number to better than its band",
    async (role) => {
      const { row, danger, opened, worth } = await seenBy(tenant.sessionAs(role));
      for (const seen of [row, danger]) {
        expect(seen).toMatchObject({ valueMinor: null, atRiskMinor: null, band: [0, 180_000] });
        expect(dividedOut(seen, seen?.pAlive ?? 1)).toEqual([0, 1_800]);
      }
      expect(worth).toMatchObject({ expectedMinor: null, atRiskMinor: null, band: [0, 180_000] });
      expect(dividedOut(worth, worth?.pAlive ?? 1)).toEqual([0, 1_800]);
      expect(opened?.atRiskMinor).toBeNull();
    },
  );

  it.each(["owner", "cx_manager"] as const)("is told to the %s to the cent", async (role) => {
    const { row, danger, opened, worth } = await seenBy(tenant.sessionAs(role));
    const exact = { atRiskMinor: 9_000, atRiskBand: null };
    expect(row).toMatchObject({ ...exact, valueMinor: 90_000 });
    expect(danger).toMatchObject({ ...exact, valueMinor: 90_000 });
    expect(worth).toMatchObject({ ...exact, expectedMinor: 90_000 });
    expect(opened?.atRiskMinor).toBe(9_000);
  });
});

describe("what a group comes to", () => {
  const segmentsSeenBy = (by: Session) =>
    withTenant(by, "value:read", async (tx) => {
      const { run } = await findShownRun(tx, by, "");
      return run && readSegmentsAhead(tx, by, run);
    });

  it("is not told of fewer than five customers to those who see bands only", async () => {
    const few = await segmentsSeenBy(tenant.sessionAs("executive"));
    expect(few?.segments).toMatchObject([{ customers: 1, valueMinor: null, atRiskMinor: null }]);
    const exact = await segmentsSeenBy(tenant.sessionAs("cx_manager"));
    expect(exact?.segments).toMatchObject([{ customers: 1, valueMinor: 90_000 }]);
    const { header, rows } = segmentsAheadTable(few as NonNullable<typeof few>);
    expect(rows[0]?.[header.indexOf("clv")]).toBeNull();
  });

  it("does not follow from the total and the other groups", async () => {
    const executive = tenant.sessionAs("executive");
    const seen = (...groups: number[]) => readableGroups(executive, groups);
    expect(seen(40, 3, 9, 0)).toEqual([true, false, false, true]);
    expect(seen(40, 3, 2, 9)).toEqual([true, false, false, true]);
    expect(seen(40, 2, 2, 9)).toEqual([true, false, false, false]);
    expect(seen(40, 9)).toEqual([true, true]);
    expect(seen(3)).toEqual([false]);
    expect(seen()).toEqual([]);
    expect(readableGroups(tenant.session, [40, 3])).toEqual([true, true]);
  });

  it("does not follow from the tiers that customers moved to either", () => {
    const executive = tenant.sessionAs("executive");
    const cells = [
      { from: 1, to: 1, customers: 20 },
      { from: 2, to: 1, customers: 3 },
      { from: 3, to: 1, customers: 8 },
      { from: 2, to: 2, customers: 30 },
      { from: 1, to: null, customers: 6 },
    ];
    expect(readableCells(executive, cells)).toEqual([true, false, false, true, true]);
    const smallTier = [
      { from: 1, to: 1, customers: 4 },
      { from: 2, to: 2, customers: 30 },
      { from: 1, to: 2, customers: 7 },
      { from: 3, to: 3, customers: 90 },
    ];
    expect(readableCells(executive, smallTier)).toEqual([false, false, false, true]);
    expect(readableCells(tenant.session, cells)).toEqual(cells.map(() => true));
  });

  it("is hidden of the second smallest as well where a list has one of fewer than five", async () => {
    const { session } = tenant;
    const byDay = (prefix: string, day: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        customer: `${prefix}${at}`,
        ...{ day, amountMinor: 5_000 },
      }));
    const orders = [
      ...byDay("new", "2026-03-01", 8),
      ...byDay("old", "2025-01-01", 20),
      ...byDay("once", "2025-09-01", 12),
    ];
    const ids = await addOrders(session, orders);
    await refresh(session);
    const scores = [customerId, ...ids.values()].map(
      (id) => [id, { pAlive: 0.9, valueMinor: 10_000 }] as const,
    );
    await addWatchRun(session, new Map(scores));
    const found = await segmentsSeenBy(tenant.sessionAs("executive"));
    const hidden = (found?.segments ?? []).filter(({ valueMinor }) => valueMinor === null);
    const shown = (found?.segments ?? []).filter(({ valueMinor }) => valueMinor !== null);
    expect(hidden.length).toBe(2);
    expect(hidden.some(({ customers }) => customers === 1)).toBe(true);
    expect(hidden.reduce((sum, { customers }) => sum + customers, 0)).toBeGreaterThan(5);
    expect(shown.length).toBeGreaterThan(0);
  });

  it("is told of five", () => {
    const executive = tenant.sessionAs("executive");
    expect([0, 1, 4, 5].map((customers) => mayReadTotalOf(executive, customers))).toEqual([
      ...[true, false, false, true],
    ]);
    expect(mayReadTotalOf(tenant.session, 1)).toBe(true);
  });
});
