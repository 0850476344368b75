import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { getLifetimeOverview } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let session: Session;
let customerId: string;
beforeEach(async () => {
  ({ session } = await makeTenant());
  const ids = await addOrders(session, [{ customer: "C1", day: "2025-01-01", amountMinor: 900 }]);
  customerId = ids.get("C1") ?? "";
});

const overview = (month = "", by = session) =>
  withTenant(by, "value:read", (tx) => getLifetimeOverview(tx, by, month));

type Terms = Parameters<typeof addWatchRun>[2];

const runUpTo = (cutoffOn: string, terms: Terms = {}) =>
  addWatchRun(session, new Map([[customerId, { pAlive: 0.5, valueMinor: 700 }]]), {
    ...{ cutoffOn, ...terms },
  });

describe("runs of the past", () => {
  it("are shown by month, each the last of its month with its own terms", async () => {
    const first = await runUpTo("2025-06-10");
    const june = await runUpTo("2025-06-30", { horizonMonths: 12 });
    const august = await runUpTo("2025-08-31");
    const latest = await runUpTo("2025-09-30");
    const now = await overview();
    expect(now.months).toEqual([
      { month: "2025-09", runId: latest },
      { month: "2025-08", runId: august },
      { month: "2025-06", runId: june },
    ]);
    expect(now).toMatchObject({ run: { id: latest }, isPast: false });
    const past = await overview("2025-06");
    expect(past).toMatchObject({ run: { id: june, horizonMonths: 12 }, isPast: true });
    expect(past.months).toEqual(now.months);
    expect((await overview("2025-08")).former).toMatchObject({
      run: { id: first },
      hasSameTerms: true,
    });
  });

  it("give the latest where a month has none, or is none", async () => {
    const latest = await runUpTo("2025-09-30");
    for (const month of ["2025-09", "2025-07", "last month", ""])
      expect(await overview(month), month).toMatchObject({ run: { id: latest }, isPast: false });
  });

  it("leave out those of some customers", async () => {
    await runUpTo("2025-08-31", { isPartial: true });
    const latest = await runUpTo("2025-09-30");
    const { months, course } = await overview();
    expect(months).toEqual([{ month: "2025-09", runId: latest }]);
    expect(course.map(({ id }) => id)).toEqual([latest]);
  });

  it("have a course of one point a month, of the same terms only, that ends with the run shown", async () => {
    await runUpTo("2023-09-30", { totalMinor: 1 });
    await runUpTo("2025-06-10", { totalMinor: 2 });
    const june = await runUpTo("2025-06-30", { totalMinor: 3 });
    await runUpTo("2025-07-31", { totalMinor: 4, horizonMonths: 12 });
    const august = await runUpTo("2025-08-31", { totalMinor: 5 });
    await runUpTo("2025-08-31", { totalMinor: 6, model: "bg_nbd" });
    const latest = await runUpTo("2025-09-30", { totalMinor: 7 });
    const { course } = await overview();
    expect(course.map(({ id, cutoffOn, totals }) => [id, cutoffOn, totals.valueMinor])).toEqual([
      [june, "2025-06-30", 3],
      [august, "2025-08-31", 5],
      [latest, "2025-09-30", 7],
    ]);
    expect((await overview("2025-06")).course.at(-1)).toMatchObject({ id: june, customers: 1 });
    expect((await overview("2025-07")).course).toHaveLength(1);
  });

  it("keep the months in their course that another model told, and say what of them can be compared", async () => {
    await runUpTo("2025-05-31", { totalMinor: 1, model: "bg_nbd" });
    await runUpTo("2025-06-30", { totalMinor: 2, model: "bg_nbd", aliveModel: "mbg_nbd" });
    await runUpTo("2025-07-31", { totalMinor: 3, model: "mbg_nbd" });
    await runUpTo("2025-08-31", { totalMinor: 4, model: "historic" });
    await runUpTo("2025-09-15", { totalMinor: 5, model: "bg_nbd", horizonMonths: 12 });
    await runUpTo("2025-09-30", { totalMinor: 6, model: "bg_nbd", aliveModel: "mbg_nbd" });
    const { course } = await overview();
    expect(course.map(({ totals, likeness }) => [totals.valueMinor, likeness])).toEqual([
      [1, "other_leaving"],
      [2, "same"],
      [3, "other_model"],
      [6, "same"],
    ]);
    expect((await overview("2025-07")).course.map(({ likeness }) => likeness)).toEqual([
      ...["other_model", "other_model", "same"],
    ]);
  });

  it("have no course where nothing was foretold", async () => {
    await runUpTo("2025-08-31", { model: "historic" });
    await runUpTo("2025-09-30", { model: "historic" });
    const { course, months } = await overview();
    expect([course.length, months.length]).toEqual([0, 2]);
  });

  it("cannot be seen from another workspace", async () => {
    await runUpTo("2025-08-31");
    const other = (await makeTenant()).session;
    expect(await overview("2025-08", other)).toMatchObject({ run: null, months: [], course: [] });
  });
});
