import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { listImports } from "#lib/imports/index.ts";
import {
  archiveSource,
  createSource,
  describeSource,
  getLatencyReport,
  getSource,
  listSourceMonths,
  listSourceNames,
  markSourceUsed,
  renameSource,
  restoreSource,
} from "#lib/sources/index.ts";
import { refreshValue } from "#lib/value/index.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { addDepartment, readEvents } from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "source:write", (tx) => command(tx, session, input));
const report = (session = owner) =>
  withTenant(session, "source:read", (tx) => getLatencyReport(tx, session));
const get = (id: string, session = owner) =>
  withTenant(session, "source:read", (tx) => getSource(tx, session, id));
const make = async (name = "Store survey") =>
  (
    await run(createSource, {
      ...{ name, kind: "survey", ownerDepartmentId: null, refreshRhythm: "weekly" },
    } as const)
  ).id;

const SIGNALS =
  "response_id,customer_id,date,metric,score,comment\nR1,C1,2026-01-03,NPS,9,=cmd\nR2,C2,2026-03-04,NPS,3,Waited long\nR3,,2026-03-05,NPS,7,\n";
const COMPLAINTS = "complaint_id,customer_id,received,reason\nK1,C1,2026-02-01,Late\n";
const importSignals = (source = "Store survey", session = owner) =>
  importText(session, { kind: "signals", text: SIGNALS, mapping: { columns: {}, source } });

describe("the register of sources", () => {
  it("takes a source by hand, with its event, and a file finds it by its name whatever the case", async () => {
    const id = await make();
    expect(await readEvents(owner, id)).toMatchObject([
      { action: "source.created", after: { kind: "survey", refreshRhythm: "weekly" } },
    ]);
    const done = await importSignals("store SURVEY");
    expect(await get(id)).toMatchObject({
      ...{ name: "Store survey", rhythm: "weekly", owner: null, lastUse: null, version: 1 },
      rows: { signals: 3 },
      rowCount: 3,
      lastImport: { id: done.id, byName: "Test owner" },
    });
  });

  it("counts rows of every kind by source, and no dry run, failed or undone import is its last", async () => {
    await importSignals();
    await importText(owner, { kind: "complaints", text: COMPLAINTS });
    await importText(owner, { kind: "complaints", text: COMPLAINTS, isDryRun: true });
    const { sources } = await report();
    expect(sources.map(({ name, rows }) => [name, rows])).toEqual([
      ["Complaint log", { complaints: 1 }],
      ["Store survey", { signals: 3 }],
    ]);
    const [log] = sources;
    const imports = await withTenant(owner, "import:read", (tx) => listImports(tx, { limit: 9 }));
    const dry = imports.items.find(({ isDryRun }) => isDryRun);
    expect(log?.lastImport?.id).not.toBe(dry?.id);
  });

  it("counts customers and orders through their imports, and what they are worth", async () => {
    const customers = "customer_id,name,registered_on\nC1,Ann,2026-01-01\nC2,Bo,2026-03-01\n";
    const orders =
      "order_id,customer_id,date,amount\nO1,C1,2026-01-02,10.00\nO2,C3,2026-01-03,5.00\n";
    await importText(owner, { kind: "customers", text: customers });
    const mapping = { columns: {}, source: "Web shop" };
    await importText(owner, { kind: "orders", text: orders, mapping });
    await importText(owner, { kind: "orders", text: "customer_id,date,amount\n", isDryRun: true });
    await withTenant(owner, "value:write", (tx) => refreshValue(tx, owner, new Date()));
    const { sources, index } = await report();
    // C3 came with an order: it is no row of a file of customers.
    expect(sources.map(({ name, kind, rows }) => [name, kind, rows])).toEqual([
      ["Customers", "crm", { customers: 2 }],
      ["Web shop", "orders", { orders: 2 }],
    ]);
    expect(sources.map(({ valueMinor }) => valueMinor)).toEqual([1000, 1500]);
    expect(index).toMatchObject({ rows: 4, unused: 2 });
    const months = await Promise.all(
      sources.map(({ id }) =>
        withTenant(owner, "source:read", (tx) => listSourceMonths(tx, owner, id)),
      ),
    );
    expect(months.map((each) => each.map(({ rows }) => rows))).toEqual([[1, 0, 1], [2]]);
    const other = (await makeTenant()).session;
    expect((await report(other)).sources).toEqual([]);
  });

  it("tells the months of its rows, those without a row too", async () => {
    const { id } = (await importSignals()) && (await onlySource());
    const months = await withTenant(owner, "source:read", (tx) => listSourceMonths(tx, owner, id));
    expect(months).toEqual([
      { month: "2026-01", rows: 1 },
      { month: "2026-02", rows: 0 },
      { month: "2026-03", rows: 2 },
    ]);
  });

  it("has no months without rows", async () => {
    const id = await make();
    expect(await withTenant(owner, "source:read", (tx) => listSourceMonths(tx, owner, id))).toEqual(
      [],
    );
  });

  const onlySource = async () => {
    const [source] = (await report()).sources;
    if (!source) throw new Error("There is no source.");
    return source;
  };
});

describe("a change of a source", () => {
  it("needs a free name, whatever its case, and an owner that is an active department", async () => {
    await make();
    await expect(make("STORE survey")).rejects.toMatchObject({
      code: "conflict",
      detail: { fields: { name: [expect.any(String)] } },
    });
    const given = { name: "New", kind: "crm", refreshRhythm: "daily" } as const;
    await expect(
      run(createSource, { ...given, ownerDepartmentId: randomUUID() }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("renames it with an event that tells no name; a name somebody else gave meanwhile is stale", async () => {
    const sourceId = await make();
    await run(renameSource, { sourceId, was: "Store survey", name: "Exit survey" });
    await run(renameSource, { sourceId, was: "anything", name: "Exit survey" });
    expect((await get(sourceId)).version).toBe(2);
    expect(JSON.stringify(await readEvents(owner, sourceId))).not.toContain("Exit");
    await expect(
      run(renameSource, { sourceId, was: "Store survey", name: "Third" }),
    ).rejects.toMatchObject({
      code: "stale",
      detail: { conflict: { current: "Exit survey", changedBy: "Test owner" } },
    });
    await make("Taken");
    await expect(
      run(renameSource, { sourceId, was: "Exit survey", name: "taken" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("says kind, owner and rhythm once, and refuses who saw an older version", async () => {
    const sourceId = await make();
    const department = await addDepartment(owner, "Research");
    const said = {
      ...({ sourceId, version: 1, kind: "reviews", refreshRhythm: "monthly" } as const),
      ownerDepartmentId: department,
    } as const;
    await run(describeSource, said);
    expect(await get(sourceId)).toMatchObject({
      ...{ kind: "reviews", rhythm: "monthly", version: 2 },
      owner: { name: "Research" },
    });
    await expect(run(describeSource, said)).rejects.toMatchObject({ code: "stale" });
    await run(describeSource, { ...said, version: 2 });
    expect((await get(sourceId)).version).toBe(2);
    expect((await readEvents(owner, sourceId)).map(({ action }) => action).sort()).toEqual([
      "source.created",
      "source.described",
    ]);
    await expect(
      run(describeSource, { ...said, version: 2, ownerDepartmentId: randomUUID() }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("says when a decision rested on it and who says so, and takes it back; no day to come", async () => {
    const sourceId = await make();
    await run(markSourceUsed, { sourceId, version: 1, usedOn: "2026-01-31" });
    expect((await get(sourceId)).lastUse).toEqual({ on: "2026-01-31", byName: "Test owner" });
    expect((await readEvents(owner, sourceId)).at(-1)).toMatchObject({
      action: "source.used",
      before: { lastUsedOn: null },
      after: { lastUsedOn: "2026-01-31" },
    });
    await expect(
      run(markSourceUsed, { sourceId, version: 2, usedOn: "2999-01-01" }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { usedOn: [expect.any(String)] } },
    });
    await expect(run(markSourceUsed, { sourceId, version: 1, usedOn: null })).rejects.toMatchObject(
      { code: "stale" },
    );
    await run(markSourceUsed, { sourceId, version: 2, usedOn: null });
    expect((await get(sourceId)).lastUse).toBeNull();
  });

  it("archives it out of the register and the index, and brings it back", async () => {
    const sourceId = await make();
    await run(archiveSource, { sourceId, version: 1 });
    expect(await report()).toMatchObject({
      sources: [],
      archived: [{ id: sourceId, isArchived: true }],
      index: { sources: 0, bySources: null },
    });
    const archived = { sourceId, version: 2 };
    await expect(run(archiveSource, archived)).rejects.toMatchObject({ code: "conflict" });
    await expect(run(markSourceUsed, { ...archived, usedOn: null })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(make()).rejects.toMatchObject({ message: expect.stringContaining("archived") });
    await run(restoreSource, archived);
    expect((await report()).sources).toHaveLength(1);
    await expect(run(restoreSource, { sourceId, version: 3 })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(run(archiveSource, { sourceId, version: 1 })).rejects.toMatchObject({
      code: "stale",
    });
  });

  it("is for those who may, and another workspace's source is not there", async () => {
    const sourceId = await make();
    const other = (await makeTenant()).session;
    expect((await report(other)).sources).toEqual([]);
    expect(await withTenant(other, "source:read", listSourceNames)).toEqual([]);
    await expect(get(sourceId, other)).rejects.toMatchObject({ code: "not_found" });
    const seen = { sourceId, version: 1 };
    const given = { kind: "crm", ownerDepartmentId: null, refreshRhythm: "daily" } as const;
    const tries = [
      () => run(renameSource, { sourceId, was: "Store survey", name: "Mine" }, other),
      () => run(describeSource, { ...seen, ...given }, other),
      () => run(markSourceUsed, { ...seen, usedOn: null }, other),
      () => run(archiveSource, seen, other),
      () => run(restoreSource, seen, other),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    await expect(
      run(archiveSource, seen, tenant.sessionAs("department_head")),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(get(sourceId, tenant.sessionAs("frontline"))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await get(sourceId)).version).toBe(1);
  });
});

describe("the latency index of a workspace", () => {
  it("weighs sources by rows, and by the revenue of the customers whose rows they hold, each once", async () => {
    await addOrders(owner, [
      { customer: "C1", day: "2026-01-10", amountMinor: 600 },
      { customer: "C2", day: "2026-01-11", amountMinor: 200 },
    ]);
    await withTenant(owner, "value:write", (tx) => refreshValue(tx, owner, new Date()));
    await importSignals();
    await importText(owner, { kind: "complaints", text: COMPLAINTS });
    const before = await report();
    expect(before.sources.map(({ name, valueMinor }) => [name, valueMinor])).toEqual([
      ["Complaint log", 600],
      ["Store survey", 800],
    ]);
    const [log] = before.sources;
    const usedOn = before.today;
    await run(markSourceUsed, { sourceId: log?.id ?? "", version: 1, usedOn });
    expect(await report()).toMatchObject({
      valueGap: null,
      index: {
        ...{ sources: 2, unused: 1, bySources: 0.5, rows: 4, unusedRows: 3, byRows: 0.75 },
        ...{ valueMinor: 1400, unusedValueMinor: 800, byValue: 8 / 14 },
      },
    });
  });

  it("says that value was not computed, and no number for it", async () => {
    await make();
    expect(await report()).toMatchObject({ valueGap: "not_computed", index: { byValue: null } });
  });
});
