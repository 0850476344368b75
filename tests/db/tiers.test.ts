import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { findLatestRun, listScores, StartRun, startRun } from "#lib/clv-runs/index.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findStanding } from "#lib/lookup/index.ts";
import { ensureSource } from "#lib/sources/index.ts";
import { getPolicy, readAdherence, SavePolicy, savePolicy, undoPolicy } from "#lib/tiers/index.ts";
import { storedActions } from "#tests/support/audit.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  ({ session } = tenant);
});

/** A form of two tiers by a cut, with what is said otherwise. */
function form(otherwise: Record<string, string> = {}): Record<string, string> {
  return {
    ...{ version: "0", cutBy: "customers", slowestResponse: "72", leastGoodwill: "10" },
    ...{ mostAsks: "4", name_1: "Best", share_1: "20", response_1: "4", goodwill_1: "60.50" },
    ...{ channel_1: "phone", callback_1: "on", asks_1: "2", lines_1: "Call back.\nKeep the day." },
    ...{ name_2: "Others", response_2: "48", goodwill_2: "20", channel_2: "email", asks_2: "1" },
    ...{ lines_2: "Solve it at once." },
    ...otherwise,
  };
}

function save(fields: Record<string, string> = {}, by = session) {
  const asked = SavePolicy.parse(form(fields));
  return withTenant(by, "value:write", (tx) => savePolicy(tx, by, asked));
}

function policy(by = session) {
  return withTenant(by, "customer:read", (tx) => getPolicy(tx, by));
}

/** Customers who have bought once or twice for so much: too few for a model, so ranked by what they brought. */
function buy(amounts: Record<string, number>) {
  return addOrders(
    session,
    Object.entries(amounts).map(([customer, amountMinor]) => ({
      ...{ customer, amountMinor, day: "2026-01-02" },
    })),
  );
}

async function run() {
  const { id } = await withTenant(session, "value:write", (tx) =>
    startRun(tx, session, StartRun.parse({})),
  );
  await runClv({ tenantId: session.workspace.id, runId: id });
  const { items } = await withTenant(session, "value:read", (tx) =>
    listScores(tx, session, id, { limit: 100, after: null }),
  );
  return {
    id,
    tiers: Object.fromEntries(items.map((item) => [item.customerExternalId, item.tier])),
  };
}

const AMOUNTS = { A: 9000, B: 5000, C: 5000, D: 600, E: 400 };

describe("the policy of tiers", () => {
  it("is the usual one until somebody saves another, and tells who did", async () => {
    expect(await policy()).toMatchObject({ version: 0, changedBy: null });
    await save();
    expect(await policy()).toMatchObject({
      version: 1,
      changedBy: "Test owner",
      tiers: [
        { name: "Best", share: 0.2, goodwillLimitMinor: 6050, isCalledBack: true },
        { name: "Others", share: null, lines: ["Solve it at once."], isCalledBack: false },
      ],
    });
    expect(await storedActions(session)).toContain("value.policy_changed");
  });

  it("is saved only by whoever saw the one in force", async () => {
    await save();
    await expect(save({ name_1: "First" })).rejects.toMatchObject({ code: "stale" });
    await Promise.allSettled([
      save({ version: "1", name_1: "One" }),
      save({ version: "1", name_1: "Two" }),
    ]);
    expect(await policy()).toMatchObject({ version: 2 });
  });

  it.each([
    ["response_2", { response_2: "73" }],
    ["goodwill_2", { goodwill_2: "9.99" }],
    ["asks_1", { asks_1: "5" }],
    ["name_2", { name_2: "best" }],
    [
      "share_2",
      {
        ...{ share_2: "10", name_3: "Last", response_3: "48", goodwill_3: "20" },
        ...{ channel_3: "email", asks_3: "1", lines_3: "Be kind." },
      },
    ],
  ])("refuses a tier below the floor or out of order (%s)", async (field, fields) => {
    await expect(save(fields)).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { [field]: [expect.any(String)] } },
    });
    expect((await policy()).version).toBe(0);
  });

  it.each([
    ["name_2", { name_2: "" }],
    ["share_1", { share_1: "" }],
    ["share_2", { share_2: "60" }],
    ["response_1", { response_1: "soon" }],
    ["lines_2", { lines_2: "" }],
    ["lines_1", { lines_1: "1\n2\n3\n4" }],
    ["channel_1", { channel_1: "pigeon" }],
    ["leastGoodwill", { leastGoodwill: "-1" }],
  ])("marks what is typed wrong (%s)", (field, fields) => {
    const parsed = SavePolicy.safeParse(form(fields));
    expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it("is taken back in one step, and only where there is one", async () => {
    const undo = (version: number) =>
      withTenant(session, "value:write", (tx) => undoPolicy(tx, session, { version }));
    await expect(undo(0)).rejects.toMatchObject({ code: "conflict" });
    await save();
    await expect(undo(0)).rejects.toMatchObject({ code: "stale" });
    await undo(1);
    expect((await policy()).tiers.map(({ name }) => name)).toEqual([
      ...["Platinum", "Gold", "Silver", "Bronze"],
    ]);
    await undo(2);
    expect((await policy()).tiers[0]?.name).toBe("Best");
  });

  it("cannot be seen from another workspace, nor saved by the front line or an executive", async () => {
    await save();
    expect(await policy((await makeTenant()).session)).toMatchObject({ version: 0 });
    for (const role of ["frontline", "executive"] as const)
      await expect(save({ version: "1" }, tenant.sessionAs(role))).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});

describe("a run with the workspace’s cuts", () => {
  it("cuts by customers, and keeps the names it used", async () => {
    await buy(AMOUNTS);
    await save({ share_1: "40" });
    // 40 % of five are two; the third is worth the same as the second.
    expect((await run()).tiers).toEqual({ A: 1, B: 1, C: 1, D: 2, E: 2 });
    await save({ version: "1", name_1: "Renamed" });
    const latest = await withTenant(session, "value:read", findLatestRun);
    expect(latest?.totals?.tierCuts).toEqual({
      by: "customers",
      tiers: [
        { name: "Best", share: 0.4 },
        { name: "Others", share: null },
      ],
    });
  });

  it("cuts by value: the fewest customers that hold the share", async () => {
    await buy(AMOUNTS);
    await save({ cutBy: "value", share_1: "45" });
    expect((await run()).tiers).toEqual({ A: 1, B: 2, C: 2, D: 2, E: 2 });
    await save({ version: "1", cutBy: "value", share_1: "50" });
    expect((await run()).tiers).toEqual({ A: 1, B: 1, C: 1, D: 2, E: 2 });
  });

  it("puts everybody into the last tier where there is no value to share", async () => {
    await buy({ A: 0, B: 0 });
    await save({ cutBy: "value" });
    expect((await run()).tiers).toEqual({ A: 2, B: 2 });
  });
});

describe("where a customer stands", () => {
  function standing(customerId: string, by = session) {
    return withTenant(by, "customer:read", (tx) => findStanding(tx, by, customerId));
  }

  it("is told with tier and treatment, and with value for those who may read it", async () => {
    const ids = await buy(AMOUNTS);
    const [a = "", e = ""] = [ids.get("A"), ids.get("E")];
    expect(await standing(a)).toBe("no_run");
    await save();
    await run();
    expect(await standing(a)).toMatchObject({
      tierName: "Best",
      tier: { responseHours: 4 },
      value: { model: "historic", historicMinor: 9000, band: null, expectedMinor: null },
    });
    expect(await standing(e, tenant.sessionAs("frontline"))).toMatchObject({
      tierName: "Others",
      value: null,
    });
    const late = await addOrders(session, []);
    expect(late.size).toBe(0);
    expect(await standing(newId())).toBe("no_score");
    await save({ version: "1", name_1: "Renamed" });
    expect(await standing(a)).toMatchObject({ tierName: "Best", tier: null });
    const other = await makeTenant();
    expect(await standing(a, other.session)).toBe("no_run");
  });
});

describe("what was promised and kept", () => {
  it("counts complaints closed within the promise by tier, and open ones that are late", async () => {
    const ids = await buy(AMOUNTS);
    await save();
    const { id: runId } = await run();
    await withTenant(session, "complaint:write", async (tx) => {
      const sourceId = await ensureSource(tx, session, { name: "Desk", kind: "complaint_log" });
      const complaint = (customer: string, closed: string | null, status: string | null) => ({
        ...{ id: newId(), sourceId, externalId: newId(), status },
        customerId: ids.get(customer) ?? "",
        receivedOn: new Date("2026-01-05"),
        closedOn: closed === null ? null : new Date(closed),
      });
      await tx.complaint.createMany({
        data: [
          complaint("A", "2026-01-06", null),
          complaint("A", "2026-01-09", null),
          complaint("A", null, "Open"),
          complaint("A", null, "Closed with relief"),
          complaint("D", "2026-01-07", null),
        ],
      });
    });
    const tiers = [
      { tier: 1, name: "Best", responseHours: 4 },
      { tier: 2, name: "Others", responseHours: 48 },
    ];
    const { floor } = await policy();
    const read = (by: Session) =>
      withTenant(by, "value:read", (tx) => readAdherence(tx, by, { runId, tiers, floor }));
    expect(await read(session)).toMatchObject({
      tiers: [
        { name: "Best", promisedHours: 4, closed: 2, within: 1, late: 1 },
        { name: "Others", promisedHours: 48, closed: 1, within: 1, late: 0 },
      ],
      floor: { promisedHours: 72, closed: 3, within: 2, late: 1 },
      hasCalendar: false,
    });
    const none = { closed: 0, within: 0, late: 0, interval: null };
    expect(await read((await makeTenant()).session)).toMatchObject({
      tiers: [none, none],
      floor: none,
    });
  });
});
