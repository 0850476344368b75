import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  countRule,
  countRuleOverlaps,
  listMembers,
  listSegmentsOf,
  readSegmentFigures,
} from "#lib/segments/index.ts";
import { runSegmentRefresh } from "#lib/segments/jobs.ts";
import { Rule } from "#lib/segments/schema.ts";
import { segmentMeasures } from "#lib/segments/segment-measures.ts";
import { refreshValue } from "#lib/value/commands/refresh-value.ts";
import { addOrders, addOrdersOf } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const FREQUENT = Rule.parse({ all: [{ field: "orders.days", op: ">=", value: 2 }] });
const RECENT = Rule.parse({ all: [{ field: "orders.lastOn", op: ">=", value: { daysAgo: 30 } }] });

let session: Session;
let ids: Map<string, string>;
beforeEach(async () => {
  session = (await makeTenant()).session;
  ids = await addOrders(session, [
    { customer: "A", day: "2026-03-01", amountMinor: 1_000 },
    { customer: "A", day: "2026-03-02", amountMinor: 1_000 },
    { customer: "B", day: "2026-03-01", amountMinor: 3_000 },
    { customer: "C", day: "2026-01-01", amountMinor: 500 },
  ]);
});

/** Refresh everything as it stands on a day. */
async function refreshOn(day: string, who = session) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T12:00:00Z`) });
  try {
    await withTenant(who, "value:write", (tx) => refreshValue(tx, who, new Date()));
    return await runSegmentRefresh({ tenantId: who.workspace.id });
  } finally {
    vi.useRealTimers();
  }
}

async function addSegment(name: string, rule: Rule, primaryRank: number | null = null) {
  const id = newId();
  await withTenant(session, "segment:write", (tx) =>
    tx.customerSegment.create({
      data: { id, name, kind: "rule", rule: JSON.parse(JSON.stringify(rule)), primaryRank },
    }),
  );
  return id;
}

async function membersOf(segmentId: string, onDay: string | null = null) {
  const members = await withTenant(session, "segment:read", (tx) =>
    listMembers(tx, session, { segmentId, limit: 10, after: null, onDay }),
  );
  return members.map(({ externalId }) => externalId).sort();
}

const history = (segmentId: string) =>
  withTenant(session, "segment:read", async (tx) => {
    const rows = await tx.segmentMember.findMany({
      where: { segmentId },
      orderBy: [{ validFrom: "asc" }, { validTo: "asc" }],
    });
    return rows.map(({ customerId, validFrom, validTo }) => [
      [...ids].find(([, id]) => id === customerId)?.[0],
      validFrom.toISOString().slice(0, 10),
      validTo?.toISOString().slice(0, 10) ?? null,
    ]);
  });

describe("the members of a segment", () => {
  it("come and go with dates, and a past day stays as it was", async () => {
    const segmentId = await addSegment("Frequent", FREQUENT);
    expect(await refreshOn("2026-03-10")).toMatchObject({ entered: 1, left: 0 });
    await addOrdersOf(session, ids, [{ customer: "B", day: "2026-03-12", amountMinor: 100 }]);
    await withTenant(session, "order:write", (tx) =>
      tx.customerOrder.deleteMany({
        where: { customerId: ids.get("A") ?? "", orderedOn: new Date("2026-03-02") },
      }),
    );
    expect(await refreshOn("2026-04-01")).toMatchObject({ entered: 1, left: 1 });
    expect(await history(segmentId)).toEqual([
      ["A", "2026-03-10", "2026-04-01"],
      ["B", "2026-04-01", null],
    ]);
    expect(await membersOf(segmentId)).toEqual(["B"]);
    expect(await membersOf(segmentId, "2026-03-31")).toEqual(["A"]);
    expect(await membersOf(segmentId, "2026-03-09")).toEqual([]);
    const segmentsOf = (customer: string, who = session) =>
      withTenant(who, "customer:read", (tx) => listSegmentsOf(tx, who, ids.get(customer) ?? ""));
    expect(await segmentsOf("A")).toMatchObject([{ from: "2026-03-10", to: "2026-04-01" }]);
    expect(await segmentsOf("B")).toMatchObject([{ name: "Frequent", to: null }]);
    const permissions = new Set([...session.permissions].filter((each) => each !== "order:read"));
    expect(await segmentsOf("B", { ...session, permissions })).toEqual([]);
  });

  it("who come and go within a day leave no trace, and who goes and comes back has never left", async () => {
    const segmentId = await addSegment("Frequent", FREQUENT);
    const second = { customer: "C", day: "2026-01-05", amountMinor: 100 };
    await refreshOn("2026-03-10");
    await addOrdersOf(session, ids, [second]);
    await refreshOn("2026-03-11");
    const removeSecond = () =>
      withTenant(session, "order:write", (tx) =>
        tx.customerOrder.deleteMany({
          where: { customerId: ids.get("C") ?? "", orderedOn: new Date(second.day) },
        }),
      );
    await removeSecond();
    await refreshOn("2026-03-11");
    expect(await history(segmentId)).toEqual([["A", "2026-03-10", null]]);
    await addOrdersOf(session, ids, [second]);
    await refreshOn("2026-03-12");
    await removeSecond();
    await refreshOn("2026-03-20");
    await addOrdersOf(session, ids, [second]);
    await refreshOn("2026-03-20");
    expect(await history(segmentId)).toEqual([
      ["A", "2026-03-10", null],
      ["C", "2026-03-12", null],
    ]);
  });

  it("are not written again where nothing has changed", async () => {
    await addSegment("Frequent", FREQUENT);
    expect(await refreshOn("2026-03-10")).toMatchObject({ changedFacts: 3, entered: 1, left: 0 });
    expect(await refreshOn("2026-03-10")).toMatchObject({ changedFacts: 0, entered: 0, left: 0 });
  });

  it("follow the calendar where a rule counts days back", async () => {
    const segmentId = await addSegment("Recent", RECENT);
    await refreshOn("2026-03-10");
    expect(await membersOf(segmentId)).toEqual(["A", "B"]);
    await refreshOn("2026-05-10");
    expect(await membersOf(segmentId)).toEqual([]);
  });

  it("are of one workspace", async () => {
    const segmentId = await addSegment("Frequent", FREQUENT);
    await refreshOn("2026-03-10");
    const other = (await makeTenant()).session;
    const seen = await withTenant(other, "segment:read", (tx) =>
      listMembers(tx, other, { segmentId, limit: 10, after: null, onDay: null }),
    );
    expect(seen).toEqual([]);
    expect(await withTenant(other, "segment:read", (tx) => readSegmentFigures(tx))).toBeNull();
  });
});

describe("the figures of segments", () => {
  it("are counts and sums, with each customer in one segment of the primary segmentation", async () => {
    const frequent = await addSegment("Frequent", FREQUENT, 1);
    const recent = await addSegment("Recent", RECENT, 2);
    await refreshOn("2026-03-10");
    const figures = await withTenant(session, "segment:read", (tx) => readSegmentFigures(tx));
    if (!figures) throw new Error("A refresh leaves figures.");
    expect(figures.all).toMatchObject({ customers: 3, revenueMinor: "5500" });
    expect(figures.rest).toMatchObject({ customers: 1, revenueMinor: "500" });
    expect(figures.segments.get(frequent)).toMatchObject({
      sums: { customers: 1, revenueMinor: "2000" },
      primarySums: { customers: 1 },
    });
    expect(figures.segments.get(recent)).toMatchObject({
      sums: { customers: 2, revenueMinor: "5000" },
      primarySums: { customers: 1, revenueMinor: "3000" },
    });
    const overlaps = await withTenant(session, "segment:read", (tx) =>
      tx.segmentOverlap.findMany({}),
    );
    expect(overlaps.map(({ customers }) => customers)).toEqual([1]);
    const sums = figures.segments.get(recent)?.sums;
    expect(sums && segmentMeasures(sums, figures.all).shareOfCustomers.value).toBeCloseTo(
      2 / 3,
      12,
    );
  });

  it("of a past day do not change with today's members", async () => {
    const frequent = await addSegment("Frequent", FREQUENT);
    await refreshOn("2026-03-10");
    await addOrdersOf(session, ids, [{ customer: "B", day: "2026-03-12", amountMinor: 100 }]);
    await refreshOn("2026-06-10");
    const customersOn = async (day: string | null) => {
      const figures = await withTenant(session, "segment:read", (tx) =>
        readSegmentFigures(tx, day),
      );
      return figures?.segments.get(frequent)?.sums.customers;
    };
    expect(await customersOn("2026-06-09")).toBe(1);
    expect(await customersOn(null)).toBe(2);
    expect(await customersOn("2026-03-09")).toBeUndefined();
  });
});

describe("the count of a rule", () => {
  it("tells the whole, every part and what it shares with other segments", async () => {
    const frequent = await addSegment("Frequent", FREQUENT);
    await refreshOn("2026-03-10");
    const rule = Rule.parse({
      all: [
        { field: "orders.amount", op: ">=", value: 5 },
        {
          any: [
            { field: "orders.days", op: ">=", value: 2 },
            { field: "orders.amount", op: "=", value: 5 },
          ],
        },
      ],
    });
    const counted = await withTenant(session, "segment:read", (tx) => countRule(tx, session, rule));
    expect(counted.sums).toMatchObject({ customers: 2 });
    expect(counted.all).toMatchObject({ customers: 3 });
    expect(counted.parts.map(({ customers }) => customers)).toEqual([2, 3, 2, 1, 1]);
    const beside = await withTenant(session, "segment:read", (tx) =>
      countRuleOverlaps(tx, session, rule),
    );
    expect(beside).toMatchObject({
      ...{ sums: { customers: 2 }, all: { customers: 3 } },
      overlaps: [{ id: frequent, name: "Frequent", customers: 1 }],
    });
  });

  it("refuses a rule that asks what the session may not read", async () => {
    const permissions = new Set([...session.permissions].filter((each) => each !== "order:read"));
    const blind: Session = { ...session, permissions };
    await expect(
      withTenant(blind, "segment:read", (tx) => countRule(tx, blind, FREQUENT)),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("takes two hundred conditions", async () => {
    await refreshOn("2026-03-10");
    const any = Array.from({ length: 200 }, (_, at) => ({
      field: "orders.amount",
      op: "=",
      value: at === 199 ? 30 : 100_000 + at,
    }));
    const counted = await withTenant(session, "segment:read", (tx) =>
      countRule(tx, session, Rule.parse({ any })),
    );
    expect(counted.sums.customers).toBe(1);
    expect(counted.parts.at(-1)?.customers).toBe(1);
  });
});
