import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import {
  archiveSegment,
  changeSegment,
  createSegment,
  deleteSegment,
  getSegment,
  listSegments,
  type NewSegment,
  orderPrimary,
  restoreSegment,
} from "#lib/segments/index.ts";
import { runSegmentRefresh } from "#lib/segments/jobs.ts";
import { storedActions } from "#tests/support/audit.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { readEvents } from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

const BUYERS = { all: [{ field: "orders.days", op: ">=", value: 1 }] } as const;
const BY_AGE = { all: [{ field: "attributes.Age", op: ">", value: 60 }] } as const;
const segment = (name: string, more: Partial<NewSegment> = {}): NewSegment => ({
  ...{ name, rule: BUYERS, note: null, purpose: null, lawfulBasis: null },
  ...more,
});

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "segment:write", (tx) => command(tx, session, input));
const make = async (name: string, more: Partial<NewSegment> = {}) =>
  (await run(createSegment, segment(name, more))).id;
const read = (segmentId: string, session = owner, onDay: string | null = null) =>
  withTenant(session, "segment:read", (tx) => getSegment(tx, session, { id: segmentId, onDay }));
const list = (session = owner) => withTenant(session, "segment:read", listSegments);
const refresh = () => runSegmentRefresh({ tenantId: owner.workspace.id });

describe("a segment", () => {
  it("is made of a rule; the log tells neither its name nor its words", async () => {
    const id = await make("Müller’s 東京 🏠", { note: "For letters" });
    expect(await read(id)).toMatchObject({
      ...{ name: "Müller’s 東京 🏠", kind: "rule", rule: BUYERS, note: "For letters", version: 1 },
      ...{ isFresh: false, sums: null, basis: null, uses: [], problems: [], history: [] },
    });
    const told = await readEvents(owner, id);
    expect(told).toMatchObject([{ action: "segment.created", after: { conditions: 1 } }]);
    expect(JSON.stringify(told)).not.toMatch(/Müller|letters/);
  });

  it("keeps every rule that it had, and its figures name the one that made them", async () => {
    await addCustomers(owner, { C1: null, C2: null });
    const id = await make("Everybody", { rule: { none: [BUYERS.all[0]] } });
    await refresh();
    await run(changeSegment, { segmentId: id, rule: BUYERS });
    const before = await read(id);
    expect(before).toMatchObject({ sums: { customers: 2 }, figureRuleVersion: 1 });
    expect(before.rules).toMatchObject([
      { version: 2, rule: BUYERS },
      { version: 1, rule: { none: BUYERS.all } },
    ]);
    expect(before.rules[0]?.changedBy).not.toBeNull();
    await refresh();
    expect(await read(id)).toMatchObject({ sums: { customers: 0 }, figureRuleVersion: 2 });
    const early = await read(id, owner, "2020-01-01");
    expect(early).toMatchObject({ sums: null, basis: null, figureRuleVersion: null });
  });

  it("has a name of its own, whatever its case, also beside archived ones", async () => {
    const id = await make("Loyal");
    await expect(make("LOYAL")).rejects.toMatchObject({
      code: "conflict",
      detail: { fields: { name: [expect.stringContaining("Loyal")] } },
    });
    await run(archiveSegment, { segmentId: id, version: 1 });
    await expect(make("loyal")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("archived"),
    });
    const other = await make("Other");
    await expect(
      run(changeSegment, { segmentId: other, version: 1, name: "LOYAL" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("asks only what its author may read", async () => {
    const head = tenant.sessionAs("department_head");
    const asking = {
      ...head,
      permissions: new Set([...head.permissions, "segment:write" as const]),
    };
    await expect(
      run(createSegment, segment("Old", { rule: BY_AGE }), asking),
    ).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("attributes"),
    });
    await expect(run(createSegment, segment("Buyers"), head)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("needs a purpose and a lawful basis for what can be sensitive", async () => {
    await expect(make("Old", { rule: BY_AGE, purpose: "Stairs" })).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { lawfulBasis: [expect.stringContaining("Age")] } },
    });
    const id = await make("Old", { rule: BY_AGE, purpose: "Stairs", lawfulBasis: "consent" });
    expect(await read(id)).toMatchObject({
      purpose: "Stairs",
      lawfulBasis: "consent",
      problems: [{ code: "attribute_gone", field: "attributes.Age" }],
    });
    await expect(
      run(changeSegment, { segmentId: id, version: 1, purpose: null }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is changed from the version that was seen; another rule finds its members anew", async () => {
    const id = await make("Buyers");
    await refresh();
    expect(await read(id)).toMatchObject({ isFresh: true });
    await run(changeSegment, { segmentId: id, version: 1, name: "Customers who buy" });
    expect(await read(id)).toMatchObject({ name: "Customers who buy", version: 2, isFresh: true });
    await expect(
      run(changeSegment, { segmentId: id, version: 1, note: "Late" }),
    ).rejects.toMatchObject({
      code: "stale",
      detail: { conflict: { current: "Customers who buy", changedBy: "Test owner" } },
    });
    const rule = { any: [{ field: "complaints.open", op: ">", value: 0 }] } as const;
    await run(changeSegment, { segmentId: id, version: 2, rule });
    expect(await read(id)).toMatchObject({ rule, version: 3, isFresh: false });
    await run(changeSegment, { segmentId: id, version: 3, rule });
    expect((await read(id)).version).toBe(3);
    await expect(
      run(changeSegment, { segmentId: randomUUID(), version: 1, name: "X" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("tells of a rule that nobody can meet, and takes one of 200 conditions", async () => {
    const none = {
      all: [
        { field: "orders.days", op: ">", value: 5 },
        { field: "orders.days", op: "<", value: 2 },
      ],
    } as const;
    const id = await make("Nobody", { rule: none });
    expect((await read(id)).problems).toMatchObject([
      { code: "contradiction", field: "orders.days" },
    ]);
    const many = Array.from({ length: 200 }, (_, at) => ({
      ...({ field: "orders.days", op: "=", value: at } as const),
    }));
    const whole = await make("Many", { rule: { any: many } });
    await addCustomers(owner, { C1: {} });
    await refresh();
    expect((await read(whole)).sums).toMatchObject({ customers: 1 });
    expect((await read(id)).sums).toMatchObject({ customers: 0 });
  });

  it("is put away and brought back", async () => {
    const id = await make("Buyers");
    await run(archiveSegment, { segmentId: id, version: 1 });
    expect(await list()).toMatchObject({ segments: [], archived: [{ id, isArchived: true }] });
    for (const command of [archiveSegment, changeSegment])
      await expect(
        run(command, { segmentId: id, version: 2, name: "Other" }),
      ).rejects.toMatchObject({ code: "conflict" });
    await expect(run(restoreSegment, { segmentId: id, version: 1 })).rejects.toMatchObject({
      code: "stale",
    });
    await run(restoreSegment, { segmentId: id, version: 2 });
    await expect(run(restoreSegment, { segmentId: id, version: 3 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await list()).toMatchObject({ segments: [{ id }], archived: [] });
    const all: Command<{ segmentId: string; version: number }, unknown>[] = [
      ...[archiveSegment, restoreSegment, deleteSegment],
    ];
    for (const command of all)
      await expect(run(command, { segmentId: randomUUID(), version: 1 })).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await storedActions(owner)).toEqual([
      ...["segment.created", "segment.archived", "segment.restored"],
    ]);
  });

  it("takes its place in the primary segmentation by number and by button, and leaves no gap", async () => {
    const [a, b, c] = [await make("A"), await make("B"), await make("C")];
    const ranks = async () =>
      Object.fromEntries(
        (await list()).segments.map(({ name, primaryRank }) => [name, primaryRank]),
      );
    const asked = (one: number | null, two: number | null, three: number | null) => [
      { segmentId: a, rank: one },
      { segmentId: b, rank: two },
      { segmentId: c, rank: three },
    ];
    await run(orderPrimary, { move: null, asked: asked(30, 10, 20) });
    expect(await ranks()).toEqual({ A: 3, B: 1, C: 2 });
    await run(orderPrimary, { move: `up:${a}`, asked: asked(3, 1, 2) });
    expect(await ranks()).toEqual({ A: 2, B: 1, C: 3 });
    await run(archiveSegment, { segmentId: b });
    expect(await ranks()).toEqual({ A: 1, C: 2 });
    await run(orderPrimary, { move: null, asked: [{ segmentId: a, rank: null }] });
    expect(await ranks()).toEqual({ A: null, C: null });
    await expect(
      run(orderPrimary, { move: null, asked: [{ segmentId: b, rank: 1 }] }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("cannot be seen nor touched from another workspace", async () => {
    const id = await make("Buyers");
    const stranger = (await makeTenant()).session;
    expect(await list(stranger)).toEqual({ segments: [], archived: [], basis: null });
    await expect(read(id, stranger)).rejects.toMatchObject({ code: "not_found" });
    const input = { segmentId: id, version: 1 };
    const all: Command<typeof input & { name: string }, unknown>[] = [
      ...[changeSegment, archiveSegment, restoreSegment, deleteSegment],
    ];
    for (const command of all)
      await expect(run(command, { ...input, name: "Mine" }, stranger)).rejects.toMatchObject({
        code: "not_found",
      });
    await expect(
      run(orderPrimary, { move: null, asked: [{ segmentId: id, rank: 1 }] }, stranger),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await read(id)).toMatchObject({ name: "Buyers", version: 1 });
  });
});
