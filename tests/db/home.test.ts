import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findDuties, findStake } from "#lib/home/index.ts";
import { NO_SUMS } from "#lib/segments/figure-sums.ts";
import { importText } from "#tests/support/imports.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { addDepartment, memberIdOf } from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let tenant: TestTenant;
let head: Session;
let customerId: string;
beforeEach(async () => {
  tenant = await makeTenant();
  head = tenant.sessionAs("department_head");
  customerId = (await addCustomers(tenant.session, { C1: {} })).get("C1") ?? "";
});

const duties = (session = head) =>
  withTenant(session, "workspace:read", (tx) => findDuties(tx, session));
const stake = (session = head) =>
  withTenant(session, "workspace:read", (tx) => findStake(tx, session));

const COMPLAINTS = `complaint_id,customer_id,received,closed,reason,department
K1,C1,2026-01-05,,Late,Workshop
K2,C1,2026-01-03,,Broken,Workshop
K3,C1,2026-01-01,2026-01-02,Closed,Workshop
K4,C1,2026-01-01,,Elsewhere,Billing
`;

/** Service and, under it, the workshop; the head leads the first. */
async function addTree(): Promise<{ service: string; workshop: string }> {
  const service = await addDepartment(tenant.session, "Service");
  const workshop = await addDepartment(tenant.session, "Workshop", service);
  await addDepartment(tenant.session, "Billing");
  await withTenant(tenant.session, "department:write", (tx) =>
    tx.department.updateMany({
      where: { id: service },
      data: { headId: memberIdOf(tenant, "department_head") },
    }),
  );
  return { service, workshop };
}

describe("what waits in one's departments", () => {
  it("is nothing for who leads none and belongs to none", async () => {
    await addTree();
    expect(await duties(tenant.sessionAs("executive"))).toBeNull();
  });

  it("counts open complaints of all departments under one's own, the oldest first", async () => {
    await addTree();
    await importText(tenant.session, {
      ...{ kind: "complaints", text: COMPLAINTS },
      mapping: { columns: {}, source: "Complaint log" },
    });
    expect(await duties()).toMatchObject({
      departments: ["Service", "Workshop"],
      complaints: {
        count: 2,
        oldest: [
          { subject: "Broken", department: "Workshop", receivedOn: "2026-01-03" },
          { subject: "Late", receivedOn: "2026-01-05" },
        ],
      },
      sources: [],
    });
  });

  it("names the sources that these departments own, and no archived one", async () => {
    const { workshop } = await addTree();
    await withTenant(tenant.session, "source:write", (tx) =>
      tx.dataSource.createMany({
        data: [
          { name: "Repair log", kind: "service_log", ownerDepartmentId: workshop },
          { name: "Old log", kind: "other", ownerDepartmentId: workshop, archivedAt: new Date() },
          { name: "Nobody's", kind: "other" },
        ],
      }),
    );
    expect((await duties())?.sources).toMatchObject([{ name: "Repair log" }]);
  });

  it("says nothing of another workspace's", async () => {
    await addTree();
    const other = await makeTenant();
    expect(await duties(other.sessionAs("department_head"))).toBeNull();
  });
});

describe("what is at stake", () => {
  it("is told without a run, without scores and without cases", async () => {
    expect(await stake()).toEqual({
      ...{ run: null, nps: null, watched: [] },
      cases: { open: 0, overdue: 0, own: 0, ownOverdue: 0 },
    });
    expect(await stake(tenant.sessionAs("frontline"))).toBeNull();
  });

  it("names whom to keep first, and counts cases by whose they are and whether their day is over", async () => {
    await addWatchRun(tenant.session, new Map([[customerId, { pAlive: 0.5, valueMinor: 100 }]]));
    await withTenant(tenant.session, "defection:write", (tx) =>
      tx.defectionCase.create({
        data: {
          ...{ customerId, currency: "EUR", dueOn: new Date("2026-01-02") },
          responsibleId: memberIdOf(tenant, "department_head"),
        },
        select: { id: true },
      }),
    );
    const cases = { open: 1, overdue: 1, own: 1, ownOverdue: 1 };
    expect(await stake()).toMatchObject({ cases, watched: [{ customerId }] });
    expect(await stake(tenant.sessionAs("executive"))).toMatchObject({
      cases: { ...cases, own: 0, ownOverdue: 0 },
    });
  });

  it("tells the score of all who answered with its interval and n", async () => {
    const scores = [10, 9, 9, 3, 8, 10].map(
      (score, at) => `R${at},C1${at},2026-01-0${at + 1},NPS,${score}`,
    );
    await importText(tenant.session, {
      ...{
        kind: "signals",
        text: `response_id,customer_id,date,metric,score\n${scores.join("\n")}\n`,
      },
      mapping: { columns: {}, source: "Survey" },
    });
    const nps = (await stake())?.nps;
    expect(nps).toMatchObject({ segment: null, n: 6 });
    expect(nps?.nps).toBeCloseTo((100 * (4 - 1)) / 6, 10);
  });

  it("is the NPS that segments counted today or yesterday, and says of which day", async () => {
    const DAY_MS = 86_400_000;
    const dayBefore = (days: number) =>
      new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
    const counted = (computedOn: string, promoters: number) =>
      withTenant(tenant.session, "segment:write", (tx) =>
        tx.segmentRefresh.create({
          data: {
            ...{ computedOn: new Date(computedOn), currency: "EUR", finishedAt: new Date() },
            ...{ sums: { ...NO_SUMS, promoters, detractors: 2 }, rest: NO_SUMS },
          },
        }),
      );
    await counted(dayBefore(3), 50);
    expect((await stake(tenant.session))?.nps).toBeNull();
    await counted(dayBefore(1), 0);
    await counted(dayBefore(0), 8);
    expect((await stake(tenant.session))?.nps).toMatchObject({
      ...{ n: 10, nps: 60, countedOn: dayBefore(0), segment: null },
    });
    const { session: other } = await makeTenant();
    expect((await stake(other))?.nps).toBeNull();
    expect((await stake(tenant.sessionAs("frontline")))?.nps ?? null).toBeNull();
  });
});
