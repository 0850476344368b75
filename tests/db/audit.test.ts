import { beforeEach, describe, expect, it } from "vitest";
import { ALL_EVENTS } from "#lib/audit/filter.ts";
import {
  listAuditEvents,
  listAuditPeople,
  recordAuditExport,
  recordEvent,
} from "#lib/audit/index.ts";
import type { AuditFilter } from "#lib/audit/types.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { commitImport, runImport } from "#lib/imports/index.ts";
import { setRetention } from "#lib/workspaces/index.ts";
import { asApplication, storedActions, storedEvents } from "#tests/support/audit.ts";
import { importText } from "#tests/support/imports.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { chooseAsOf, refresh } from "#tests/support/value.ts";

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,Anna,2025-03-01,x\n";

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant({ timeZone: "Europe/Berlin" });
  ({ session } = tenant);
  await knowOrders(session);
});

/** The source that a file of orders would make, so that each import leaves its own two events. */
function knowOrders(who: Session) {
  return withTenant(who, "source:write", (tx) =>
    tx.dataSource.create({ data: { name: "Orders", kind: "orders" }, select: { id: true } }),
  );
}

const list = (filter: Partial<AuditFilter> = {}, after: string | null = null, limit = 50) =>
  withTenant(session, "audit:read", (tx) =>
    listAuditEvents(tx, session, { ...ALL_EVENTS, ...filter }, { after, limit }),
  );
const actions = async (filter: Partial<AuditFilter>) =>
  (await list(filter)).items.map(({ action }) => action);

/** Events at instants of a test's choice, as the owner of the tables writes them. */
function insertAt(instants: readonly string[], who = session): Promise<void> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [who.workspace.id]);
    await client.query(
      `INSERT INTO audit_event (tenant_id, id, at, actor_kind, action, object_type)
       SELECT app_tenant(), gen_random_uuid(), at, 'job', 'value.computed', 'value_snapshot' FROM unnest($1::timestamptz[]) at`,
      [instants],
    );
    await client.query("COMMIT");
  });
}

describe("the audit log", () => {
  it("holds two events for an import, whatever it holds, and no row of it", async () => {
    const { id } = await importText(session, { kind: "orders", text: ORDERS });
    const events = await storedEvents(session);
    expect(events.map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ["import.started", "member"],
      ["import.finished", "job"],
    ]);
    expect(events[1]).toMatchObject({
      objectId: id,
      after: { kind: "orders", created: 1, rejected: 1, customersCreated: 1 },
    });
    expect(JSON.stringify(events)).not.toContain("Anna");
  });

  it("tells a dry run, its commit and a file that cannot be imported", async () => {
    const { id } = await importText(session, { kind: "orders", text: ORDERS, isDryRun: true });
    const real = await withTenant(session, "import:write", (tx) =>
      commitImport(tx, session, { importId: id }),
    );
    await runImport({ tenantId: session.workspace.id, importId: real.id });
    await importText(session, { kind: "orders", text: "what,is,this\n1,2,3\n" });
    expect(await storedActions(session)).toEqual([
      ...["import.started", "import.finished", "import.committed", "import.finished"],
      ...["import.started", "import.failed"],
    ]);
  });

  it("tells the day value counts from and each computation", async () => {
    await importText(session, { kind: "orders", text: ORDERS });
    await chooseAsOf(session, "2025-06-01");
    await chooseAsOf(session, "2025-06-01");
    await refresh(session);
    expect((await storedEvents(session)).slice(2)).toMatchObject([
      {
        action: "value.as_of_changed",
        before: { valueAsOfOn: null },
        after: { valueAsOfOn: "2025-06-01" },
      },
      { action: "value.computed", after: { asOfOn: "2025-06-01", customers: 1 } },
    ]);
  });

  it("keeps no event of a command that was rolled back", async () => {
    const broken = withTenant(session, "workspace:write", async (tx) => {
      await setRetention(tx, session, { version: 1, auditDays: 90, rejectDays: 7 });
      throw new Error("later in the same transaction");
    });
    await expect(broken).rejects.toThrow("later");
    expect(await storedEvents(session)).toEqual([]);
  });

  it.each([
    "UPDATE audit_event SET action = 'import.failed'",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
  ])("lets the application not run: %s", async (statement) => {
    await importText(session, { kind: "orders", text: ORDERS });
    await expect(asApplication(session, statement)).rejects.toThrow("permission denied");
    expect(await storedActions(session)).toHaveLength(2);
  });

  it("cannot be read by another workspace, nor by a role without it", async () => {
    await importText(session, { kind: "orders", text: ORDERS });
    const other = await makeTenant();
    expect(await storedEvents(other.session)).toEqual([]);
    const manager = tenant.sessionAs("cx_manager");
    await expect(
      withTenant(manager, "audit:read", (tx) =>
        listAuditEvents(tx, manager, ALL_EVENTS, { limit: 1 }),
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("listAuditEvents", () => {
  it("names people, keys and objects as they are called today", async () => {
    const { id } = await importText(session, { kind: "orders", text: ORDERS });
    const [finished, started] = (await list()).items;
    expect(started).toMatchObject({
      actor: { kind: "member", name: "Test owner" },
      object: { type: "import", id, name: "test.csv", isThere: true },
    });
    expect(started?.changes).toContainEqual({ field: "kind", before: undefined, after: "orders" });
    expect(started?.changes).toHaveLength(3);
    expect(finished?.actor).toEqual({ kind: "job" });
    const people = await withTenant(session, "audit:read", listAuditPeople);
    expect(people.map(({ name }) => name)).toContain("Test auditor");
  });

  it("shows a word it does not know as it was written, between those it knows", async () => {
    await importText(session, { kind: "orders", text: ORDERS });
    await asApplication(
      session,
      "INSERT INTO audit_event (id, actor_kind, action, object_type) VALUES (gen_random_uuid(), 'job', 'ticket.closed', 'ticket')",
    );
    const { items } = await list();
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      action: null,
      word: "ticket.closed",
      object: { type: null, word: "ticket", isThere: false },
    });
  });

  it("says when what it is about is gone", async () => {
    await withTenant(session, "workspace:write", (tx) =>
      recordEvent(tx, session, {
        action: "department.created",
        object: { type: "department", id: session.workspace.id },
      }),
    );
    expect((await list()).items[0]?.object).toMatchObject({ name: null, isThere: false });
  });

  it("pages through events of one instant without losing or repeating one", async () => {
    const instant = "2026-05-01T10:00:00Z";
    await insertAt([instant, instant, instant, "2026-05-02T10:00:00Z", "2026-04-01T10:00:00Z"]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({}, after, 2);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual((await list()).items.map(({ id }) => id));
    await expect(list({}, "nonsense")).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("narrows by the days of the workspace's time zone", async () => {
    await insertAt(["2026-05-01T21:59:59Z", "2026-05-01T22:00:00Z", "2026-05-02T22:00:00Z"]);
    const found = (await list({ fromOn: "2026-05-02", toOn: "2026-05-02" })).items;
    expect(found.map(({ at }) => at)).toEqual(["2026-05-01T22:00:00.000Z"]);
    expect((await list({ toOn: "2026-05-01" })).items).toHaveLength(1);
  });

  it("narrows by who, by kind of action and by object", async () => {
    const { id } = await importText(session, { kind: "orders", text: ORDERS });
    await withTenant(session, "workspace:write", (tx) =>
      setRetention(tx, session, { version: 1, auditDays: 90, rejectDays: 7 }),
    );
    const { actor } = session;
    const membershipId = actor.kind === "member" ? actor.membershipId : "";
    expect(await actions({ who: "job" })).toEqual(["import.finished"]);
    expect(await actions({ who: membershipId })).toEqual([
      "workspace.retention_changed",
      "import.started",
    ]);
    expect(await actions({ group: "workspace" })).toEqual(["workspace.retention_changed"]);
    expect(await actions({ object: "import", objectId: id })).toHaveLength(2);
    expect(await actions({ object: "import", objectId: membershipId })).toEqual([]);
    expect(await actions({ who: "operator" })).toEqual([]);
  });
});

describe("retention", () => {
  it("removes events and rejects when the workspace's days are over, and no other workspace's", async () => {
    const other = await makeTenant();
    await knowOrders(other.session);
    await importText(session, { kind: "orders", text: ORDERS });
    await importText(other.session, { kind: "orders", text: ORDERS });
    const operator = await systemSession(session.workspace.id, "operator");
    await withTenant(operator, "workspace:write", (tx) =>
      setRetention(tx, operator, { version: "any", auditDays: 30, rejectDays: 2 }),
    );
    const left = (who: Session) =>
      withTenant(who, "import:read", async (tx) => ({
        events: await tx.auditEvent.count(),
        rejects: await tx.importReject.count(),
      }));
    const agedIn = (who: Session, days: number) =>
      insertAt([new Date(Date.now() - days * 86_400_000).toISOString()], who);
    await agedIn(session, 29);
    await agedIn(session, 31);
    await agedIn(other.session, 31);
    const cleanAfterDays = (days: number) =>
      runDailyCleanUp({}, new Date(Date.now() + days * 86_400_000));
    await cleanAfterDays(1);
    expect(await left(session)).toEqual({ events: 4, rejects: 1 });
    await cleanAfterDays(3);
    expect(await left(session)).toEqual({ events: 4, rejects: 0 });
    expect(await left(other.session)).toEqual({ events: 3, rejects: 1 });
  });

  it("lets the application remove no event that is younger, whatever it calls", async () => {
    await importText(session, { kind: "orders", text: ORDERS });
    await asApplication(session, "SELECT purge_audit()");
    expect(await storedActions(session)).toHaveLength(2);
    await expect(
      asApplication(session, "SELECT purge_audit(now() + interval '1 day')"),
    ).rejects.toThrow("does not exist");
  });

  it("is the owner's to choose", () => {
    expect(session.permissions.has("retention:write")).toBe(true);
    for (const role of ["cx_manager", "auditor", "executive"] as const)
      expect(tenant.sessionAs(role).permissions.has("retention:write")).toBe(false);
  });
});

describe("a file of the audit log", () => {
  it("leaves an event that tells which part of it was taken, and nothing where all was", async () => {
    const take = (filter: Partial<AuditFilter>, who = session) =>
      withTenant(who, "audit:export", (tx) =>
        recordAuditExport(tx, who, { filter: { ...ALL_EVENTS, ...filter }, format: "csv" }),
      );
    await take({ group: "member", fromOn: "2026-05-01" });
    await take({}, tenant.sessionAs("auditor"));
    expect(await storedEvents(session)).toMatchObject([
      { action: "audit.exported", after: { group: "member", fromOn: "2026-05-01" } },
      { action: "audit.exported", after: { format: "csv" } },
    ]);
    const [all, part] = (await list({ group: "audit" })).items;
    expect(all).toMatchObject({
      object: { type: "audit_log", isThere: true },
      changes: [{ field: "format", after: "csv" }],
    });
    const fields = part?.changes.map(({ field }) => field).sort();
    expect(fields).toEqual(["format", "fromOn", "group"]);
    await expect(take({}, tenant.sessionAs("cx_manager"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
