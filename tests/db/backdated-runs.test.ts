import { beforeEach, describe, expect, it } from "vitest";
import { findAdherence } from "#app/w/[tenant]/value/policy/find-adherence.ts";
import type { Session } from "#lib/auth/types.ts";
import { findLifetimeBridge } from "#lib/bridge/index.ts";
import {
  findLatestRun,
  findLatestRunId,
  findShownRun,
  getLifetimeOverview,
  getLifetimeValue,
  getRun,
  pastMonthOf,
  thinRuns,
} from "#lib/clv-runs/index.ts";
import { findFormerRun } from "#lib/clv-runs/queries/compare-runs.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { findWatchRun } from "#lib/defection/index.ts";
import { findStanding } from "#lib/lookup/index.ts";
import { readRuleContext } from "#lib/segments/queries/rule-context.ts";
import { findValueOverview } from "#lib/value/index.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { refresh } from "#tests/support/value.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let session: Session;
let customerId: string;
beforeEach(async () => {
  ({ session } = await makeTenant());
  const ids = await addOrders(session, [{ customer: "C1", day: "2026-10-01", amountMinor: 900 }]);
  customerId = ids.get("C1") ?? "";
});

/** A run up to a day in which the customer is worth so much. */
const runUpTo = (cutoffOn: string, valueMinor: number) =>
  addWatchRun(session, new Map([[customerId, { pAlive: 0.5, valueMinor }]]), { cutoffOn });

const read = <T>(find: (tx: TenantTx) => Promise<T>, by = session) =>
  withTenant(by, "value:read", find);

const READERS: readonly (readonly [string, (tx: TenantTx) => Promise<string | undefined>])[] = [
  ["the last run", async (tx) => (await findLatestRun(tx))?.id],
  ["its id", async (tx) => (await findLatestRunId(tx)) ?? undefined],
  ["the overview", async (tx) => (await getLifetimeOverview(tx, session)).run?.id],
  [
    "tier migration, segments and forecast",
    async (tx) => (await findShownRun(tx, session, "")).run?.id,
  ],
  ["a customer’s value", async (tx) => (await getLifetimeValue(tx, session, "C1")).runId],
  [
    "rules of segments",
    async (tx) => (await readRuleContext(tx, session, "2026-11-21")).runId ?? "",
  ],
  [
    "the watch list",
    async (tx) => {
      const run = await findWatchRun(tx);
      return typeof run === "string" ? run : run.id;
    },
  ],
];

describe("a run with an earlier cut-off than the last one", () => {
  it.each(READERS)("is not the one that is shown (%s)", async (_, runIdOf) => {
    const later = await runUpTo("2026-11-01", 5_000);
    await runUpTo("2026-06-01", 100);
    expect(await read(runIdOf)).toBe(later);
    const latest = await runUpTo("2026-11-02", 7_000);
    expect(await read(runIdOf)).toBe(latest);
  });

  it("is not the one of the card, the bridge or the adherence to tiers", async () => {
    await refresh(session);
    const later = await runUpTo("2026-11-01", 5_000);
    await runUpTo("2026-06-01", 100);
    expect(await read((tx) => findStanding(tx, session, customerId))).toMatchObject({
      cutoffOn: "2026-11-01",
    });
    const bridge = await read(async (tx) => {
      const value = await findValueOverview(tx, session);
      return value && findLifetimeBridge(tx, session, value);
    });
    expect(bridge?.run.id).toBe(later);
    const adherence = await read((tx) => findAdherence(tx, session));
    expect(adherence?.run?.id).toBe(later);
  });

  it("takes its place where the cut-off is the same and it ended later", async () => {
    await runUpTo("2026-11-01", 5_000);
    const again = await runUpTo("2026-11-01", 6_000);
    expect((await read(findLatestRun))?.id).toBe(again);
  });

  it("keeps its scores and those of the last run whole", async () => {
    const later = await runUpTo("2026-11-01", 5_000);
    const ids = [];
    for (const month of ["01", "02", "03"]) ids.push(await runUpTo(`2026-${month}-01`, 100));
    const thin = () => withTenant(session, "value:write", (tx) => thinRuns(tx, session));
    while ((await thin()) > 0);
    const isWhole = async (id: string) => (await read((tx) => getRun(tx, id))).isWhole;
    expect(await isWhole(later)).toBe(true);
    expect(await Promise.all(ids.map(isWhole))).toEqual([false, true, true]);
  });

  it("cannot be seen from another workspace", async () => {
    await runUpTo("2026-11-01", 5_000);
    const other = (await makeTenant()).session;
    expect(await read(findLatestRunId, other)).toBeNull();
  });
});

describe("a month that is looked back at", () => {
  it("has a run, and is not that of the latest", async () => {
    const asked = (month: string) => read((tx) => pastMonthOf(tx, session, month));
    expect(await asked("2026-08")).toBe("");
    await runUpTo("2026-08-31", 4_000);
    await runUpTo("2026-10-31", 5_000);
    expect(await asked("2026-08")).toBe("2026-08");
    for (const month of ["2026-10", "2026-09", "last", ""]) expect(await asked(month)).toBe("");
  });
});

describe("a run into the future, by a wrong date of an order", () => {
  it("is not the last one once another has ended", async () => {
    const wrong = await runUpTo("2062-01-01", 100);
    expect((await read(findLatestRun))?.id).toBe(wrong);
    const right = await runUpTo("2026-10-01", 5_000);
    expect((await read(findLatestRun))?.id).toBe(right);
  });
});

describe("the run that another is compared with", () => {
  const former = (runId: string) =>
    read(async (tx) => (await findFormerRun(tx, await getRun(tx, runId)))?.run.id ?? null);

  it("is never one with a later cut-off, whichever ended first", async () => {
    const later = await runUpTo("2026-11-01", 5_000);
    const earlier = await runUpTo("2026-06-01", 100);
    expect(await former(earlier)).toBeNull();
    expect(await former(later)).toBe(earlier);
    const between = await runUpTo("2026-08-01", 300);
    expect(await former(later)).toBe(between);
    expect(await former(between)).toBe(earlier);
  });

  it("is the one that ended before where both have one cut-off", async () => {
    const first = await runUpTo("2026-11-01", 5_000);
    const second = await runUpTo("2026-11-01", 6_000);
    expect(await former(second)).toBe(first);
    expect(await former(first)).toBeNull();
  });
});
