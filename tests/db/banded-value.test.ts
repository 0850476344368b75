import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { findSegmentsAhead, mayReadTotalOf, segmentsAheadTable } from "#lib/clv-runs/index.ts";
import type { SeenValue } from "#lib/clv-runs/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findWatchRun, getWatched, listWatched, OpenCase, openCase } from "#lib/defection/index.ts";
import { findStanding } from "#lib/lookup/index.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
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
    withTenant(by, "value:read", (tx) => findSegmentsAhead(tx, by));

  it("is not told of fewer than five customers to those who see bands only", async () => {
    const few = await segmentsSeenBy(tenant.sessionAs("executive"));
    expect(few?.segments).toMatchObject([{ customers: 1, valueMinor: null, atRiskMinor: null }]);
    const exact = await segmentsSeenBy(tenant.sessionAs("cx_manager"));
    expect(exact?.segments).toMatchObject([{ customers: 1, valueMinor: 90_000 }]);
    const { header, rows } = segmentsAheadTable(few as NonNullable<typeof few>);
    expect(rows[0]?.[header.indexOf("clv")]).toBeNull();
  });

  it("is told of five", () => {
    const executive = tenant.sessionAs("executive");
    expect([0, 1, 4, 5].map((customers) => mayReadTotalOf(executive, customers))).toEqual([
      ...[true, false, false, true],
    ]);
    expect(mayReadTotalOf(tenant.session, 1)).toBe(true);
  });
});
