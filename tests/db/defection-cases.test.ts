import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  AssignCases,
  assignCases,
  ChangeCase,
  CloseCase,
  changeCase,
  closeCase,
  countOutcomes,
  findOpenCase,
  getWatched,
  listResponsible,
  OpenCase,
  openCase,
  ReopenCase,
  reopenCase,
} from "#lib/defection/index.ts";
import { openCard } from "#lib/lookup/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let tenant: TestTenant;
let session: Session;
let ids: Map<string, string>;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.sessionAs("cx_manager");
  ids = await addCustomers(tenant.session, { A: { name: "Ana Weber" }, B: { name: "Ben Ott" } });
});

type Fields = Record<string, string>;
const idOf = (number: string) => ids.get(number) ?? "";

function memberOf({ actor }: Session): string {
  return actor.kind === "member" ? actor.membershipId : "";
}

function take(fields: Fields = {}, by = session) {
  const asked = OpenCase.parse({ customerId: idOf("A"), ...fields });
  return withTenant(by, "defection:write", (tx) => openCase(tx, by, asked));
}

/** The case of a customer as its page shows it: the open one, or the last closed. */
async function shown(number = "A", by = session) {
  const { cases } = await withTenant(by, "value:read", (tx) => getWatched(tx, by, idOf(number)));
  const [first] = cases;
  if (!first) throw new Error(`${number} has no case.`);
  return first;
}

async function seen(otherwise: Fields = {}): Promise<Fields> {
  const { id, version } = await shown();
  return { caseId: id, version: String(version), ...otherwise };
}

function change(fields: Fields, by = session) {
  const asked = ChangeCase.parse(fields);
  return withTenant(by, "defection:write", (tx) => changeCase(tx, by, asked));
}

function close(fields: Fields, by = session) {
  const asked = CloseCase.parse({ outcome: "saved", ...fields });
  return withTenant(by, "defection:write", (tx) => closeCase(tx, by, asked));
}

function reopen(fields: Fields, by = session) {
  const asked = ReopenCase.parse(fields);
  return withTenant(by, "defection:write", (tx) => reopenCase(tx, by, asked));
}

function assign(fields: Fields, by = session) {
  const asked = AssignCases.parse(fields);
  return withTenant(by, "defection:write", (tx) => assignCases(tx, by, asked));
}

describe("the case of a customer", () => {
  it("is taken with what the last run says, changed, closed and opened again, and the log tells", async () => {
    const runId = await addWatchRun(
      tenant.session,
      new Map([[idOf("A"), { pAlive: 0.25, valueMinor: 1000 }]]),
    );
    await take({ responsibleId: memberOf(session), nextStep: " Call ", dueOn: "2099-12-01" });
    expect(await shown()).toMatchObject({
      ...{ nextStep: "Call", dueOn: "2099-12-01", isOverdue: false, note: null, outcome: null },
      ...{ pAlive: 0.25, atRiskMinor: 750, currency: "EUR", openedBy: "Test cx_manager" },
      responsible: { id: memberOf(session), name: "Test cx_manager" },
    });
    const stored = await withTenant(session, "value:read", (tx) =>
      tx.defectionCase.findFirstOrThrow({ select: { runId: true } }),
    );
    expect(stored.runId).toBe(runId);
    await change(await seen({ nextStep: "Write", note: "Likes letters" }));
    expect(await shown()).toMatchObject({ responsible: null, nextStep: "Write", dueOn: null });
    await close(await seen({ outcome: "lost" }));
    expect(await shown()).toMatchObject({ outcome: "lost", closedBy: "Test cx_manager" });
    await reopen(await seen());
    expect(await shown()).toMatchObject({ outcome: null, closedAt: null, closedBy: null });
    const events = (await storedEvents(tenant.session)).filter(({ action }) =>
      action.startsWith("defection."),
    );
    expect(
      events.map(({ action, objectType, objectId }) => [action, objectType, objectId]),
    ).toEqual(
      ["opened", "changed", "closed", "reopened"].map((word) => [
        ...[`defection.${word}`, "customer", idOf("A")],
      ]),
    );
    expect(JSON.stringify(events)).not.toMatch(/Call|Write|letters/);
  });

  it("changes nothing and tells nothing where it stays what it is", async () => {
    await take({ nextStep: "Call" });
    await change(await seen({ nextStep: "Call" }));
    expect((await shown()).version).toBe(1);
  });

  it("is one that is open, also where two take it at once; another follows a closed one", async () => {
    const both = await Promise.allSettled([take(), take()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(take()).rejects.toMatchObject({ code: "conflict" });
    await close(await seen());
    const closed = await seen();
    await take();
    await expect(reopen(closed)).rejects.toMatchObject({ code: "conflict" });
    expect((await shown()).outcome).toBeNull();
  });

  it("refuses what was changed meanwhile, what is closed or open already, and what is not there", async () => {
    await take();
    const old = await seen();
    await change({ ...old, nextStep: "Call" });
    for (const act of [change, close, reopen])
      await expect(act(old)).rejects.toMatchObject({
        code: "stale",
        message: expect.stringContaining("Test cx_manager"),
      });
    await expect(reopen(await seen())).rejects.toMatchObject({ code: "conflict" });
    await close(await seen());
    const closed = await seen();
    await expect(change(closed)).rejects.toMatchObject({ code: "conflict" });
    await expect(close(closed)).rejects.toMatchObject({ code: "conflict" });
    const nobody = { caseId: newId(), version: "1" };
    for (const act of [change, close, reopen])
      await expect(act(nobody)).rejects.toMatchObject({ code: "not_found" });
    await expect(take({ customerId: newId() })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is answered for by active members of the workspace only", async () => {
    const other = await makeTenant();
    const theirs = memberOf(other.sessionAs("cx_manager"));
    await expect(take({ responsibleId: theirs })).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { responsibleId: [expect.any(String)] } },
    });
    await take();
    const known = await seen({ responsibleId: theirs });
    await expect(change(known)).rejects.toMatchObject({ code: "invalid_input" });
    await withTenant(tenant.session, "member:write", (tx) =>
      tx.membership.updateMany({
        where: { id: memberOf(tenant.sessionAs("auditor")) },
        data: { deactivatedAt: new Date() },
      }),
    );
    const gone = await seen({ responsibleId: memberOf(tenant.sessionAs("auditor")) });
    await expect(change(gone)).rejects.toMatchObject({ code: "invalid_input" });
    const members = await withTenant(session, "value:read", listResponsible);
    expect(members.map(({ name }) => name)).not.toContain("Test auditor");
    expect(members).toHaveLength(5);
  });

  it("is worked on by owners, CX managers and heads of departments", async () => {
    await take({}, tenant.sessionAs("department_head"));
    for (const role of ["executive", "frontline", "auditor"] as const)
      await expect(take({}, tenant.sessionAs(role))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not seen, changed, closed, opened or given from another workspace", async () => {
    await take();
    const known = await seen();
    const other = (await makeTenant()).session;
    for (const act of [change, close, reopen])
      await expect(act(known, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(take({}, other)).rejects.toMatchObject({ code: "not_found" });
    const given = { customerIds: idOf("A"), responsibleId: memberOf(other) };
    await expect(assign(given, other)).rejects.toMatchObject({ code: "not_found" });
    expect(
      await withTenant(other, "value:read", (tx) => findOpenCase(tx, other, idOf("A"))),
    ).toBeNull();
    expect(await withTenant(other, "value:read", countOutcomes)).toMatchObject({ open: 0 });
  });

  it("shows on the card of whoever speaks with the customer, without money", async () => {
    await take({ responsibleId: memberOf(session), nextStep: "Call" });
    const frontline = tenant.sessionAs("frontline");
    const card = await withTenant(frontline, "card:open", (tx) =>
      openCard(tx, frontline, idOf("A")),
    );
    expect(card.openCase).toMatchObject({
      nextStep: "Call",
      responsible: { name: "Test cx_manager" },
    });
    await close(await seen());
    const after = await withTenant(frontline, "card:open", (tx) =>
      openCard(tx, frontline, idOf("A")),
    );
    expect(after.openCase).toBeNull();
  });
});

describe("forms of cases", () => {
  it.each([
    ["dueOn", OpenCase, { customerId: newId(), dueOn: "tomorrow" }],
    ["nextStep", OpenCase, { customerId: newId(), nextStep: "a".repeat(201) }],
    ["note", OpenCase, { customerId: newId(), note: "a".repeat(2001) }],
    ["responsibleId", OpenCase, { customerId: newId(), responsibleId: "somebody" }],
    ["outcome", CloseCase, { caseId: newId(), version: "1", outcome: "won" }],
    ["outcome", CloseCase, { caseId: newId(), version: "1" }],
    ["customerIds", AssignCases, { customerIds: "", responsibleId: newId() }],
    ["responsibleId", AssignCases, { customerIds: newId(), responsibleId: "" }],
  ])("name a bad %s", (field, schema, fields) => {
    const error = schema.safeParse(fields).error;
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe("cases given to somebody", () => {
  it("are opened where there is none and change hands where there is; what is left empty stays", async () => {
    await take({ nextStep: "Call", note: "Keep" });
    const head = memberOf(tenant.sessionAs("department_head"));
    await assign({
      ...{ customerIds: `${idOf("A")},${idOf("B")},${idOf("A")}`, responsibleId: head },
      dueOn: "2099-01-31",
    });
    expect(await shown("A")).toMatchObject({
      ...{ nextStep: "Call", note: "Keep", dueOn: "2099-01-31" },
      responsible: { id: head },
    });
    expect(await shown("B")).toMatchObject({ nextStep: null, dueOn: "2099-01-31" });
  });

  it("are none where one customer is not there", async () => {
    const responsibleId = memberOf(session);
    const given = { customerIds: `${idOf("A")},${newId()}`, responsibleId };
    await expect(assign(given)).rejects.toMatchObject({ code: "not_found" });
    await expect(shown("A")).rejects.toThrow("has no case");
    await expect(assign({ customerIds: idOf("A"), responsibleId: newId() })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("how cases ended", () => {
  it("has shares with intervals from ten closed cases on", async () => {
    const numbers = Array.from({ length: 11 }, (_, i) => `N${i}`);
    const made = await addCustomers(
      tenant.session,
      Object.fromEntries(numbers.map((n) => [n, null])),
    );
    const store = (outcomes: readonly string[]) =>
      withTenant(session, "defection:write", (tx) =>
        tx.defectionCase.createMany({
          data: outcomes.map((outcome, i) => ({
            ...{ id: newId(), customerId: made.get(`N${i}`) ?? "", currency: "EUR" },
            ...{ outcome, closedAt: new Date() },
          })),
        }),
      );
    await store([...Array<string>(9).fill("saved"), "merged"]);
    const few = await withTenant(session, "value:read", countOutcomes);
    expect(few).toMatchObject({ closed: 9, open: 0 });
    expect(few.shares[0]).toEqual({ outcome: "saved", count: 9, share: null, interval: null });
    await store(["lost"]);
    const { closed, shares } = await withTenant(session, "value:read", countOutcomes);
    expect(closed).toBe(10);
    expect(shares.map(({ share }) => share)).toEqual([0.9, 0.1, 0]);
    // Wilson of 9 of 10.
    expect(shares[0]?.interval?.[0]).toBeCloseTo(0.5958, 3);
    expect(shares[0]?.interval?.[1]).toBeCloseTo(0.9821, 3);
  });
});
