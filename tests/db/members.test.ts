import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { setHead } from "#lib/departments/index.ts";
import {
  changeDepartments,
  changeRole,
  deactivateMember,
  getMember,
  getPeople,
  reactivateMember,
} from "#lib/members/index.ts";
import { asOwner } from "#tests/support/owner.ts";
import {
  addDepartment,
  enteredBy,
  memberIdOf,
  openTestSession,
  readEvents,
  readMember,
} from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

const id = (role: Role) => memberIdOf(tenant, role);
const give = (memberId: string, role: Role, version = 1) =>
  withTenant(owner, "member:write", (tx) => changeRole(tx, owner, { memberId, version, role }));
const put = (memberId: string, departmentIds: string[], version = 1) =>
  withTenant(owner, "department:write", (tx) =>
    changeDepartments(tx, owner, { memberId, version, departmentIds }),
  );
const deactivate = (memberId: string, version = 1) =>
  withTenant(owner, "member:write", (tx) => deactivateMember(tx, owner, { memberId, version }));
const reactivate = (memberId: string, version: number) =>
  withTenant(owner, "member:write", (tx) => reactivateMember(tx, owner, { memberId, version }));
const list = (session = owner) =>
  withTenant(session, "member:read", (tx) =>
    getPeople(tx, new Date()).then(({ members }) => members),
  );

const signedIn = (role: Role) => openTestSession(tenant.sessionAs(role));

describe("a role", () => {
  it("changes at once, ends the sessions opened before, and is recorded", async () => {
    const sessionId = await signedIn("auditor");
    expect(await enteredBy(sessionId)).toMatchObject({ role: "auditor", needsSignIn: false });
    expect(await give(id("auditor"), "executive")).toEqual({ role: "executive" });
    expect(await enteredBy(sessionId)).toMatchObject({ role: "executive", needsSignIn: true });
    expect(await enteredBy(await signedIn("auditor"))).toMatchObject({ needsSignIn: false });
    expect(await readEvents(owner, id("auditor"))).toEqual([
      {
        action: "member.role_changed",
        before: { role: "auditor" },
        after: { role: "executive" },
        actorKind: "member",
        actorId: id("owner"),
      },
    ]);
  });

  it("stays as it is when it is given again, and signs nobody out", async () => {
    await give(id("auditor"), "auditor");
    expect(await readMember(owner, id("auditor"))).toMatchObject({
      version: 1,
      accessChangedAt: null,
    });
  });

  it("is refused as stale when somebody was quicker, and says who", async () => {
    await give(id("auditor"), "executive");
    await expect(give(id("auditor"), "frontline")).rejects.toMatchObject({
      code: "stale",
      detail: { conflict: { current: "executive", changedBy: "Test owner" } },
    });
    expect(await readMember(owner, id("auditor"))).toMatchObject({ role: "executive", version: 2 });
  });

  it("is not taken from the last owner", async () => {
    await expect(give(id("owner"), "auditor")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("only one"),
    });
    await give(id("auditor"), "owner");
    await give(id("owner"), "auditor");
    expect(await readMember(owner, id("owner"))).toMatchObject({ role: "auditor" });
  });

  it("is not given to a deactivated member, nor to one who is not there", async () => {
    await deactivate(id("auditor"));
    await expect(give(id("auditor"), "owner", 2)).rejects.toMatchObject({ code: "conflict" });
    await expect(give(randomUUID(), "owner")).rejects.toMatchObject({ code: "not_found" });
  });

  it("is out of reach for another workspace", async () => {
    const other = await makeTenant();
    const stranger = memberIdOf(other, "auditor");
    await expect(give(stranger, "owner")).rejects.toMatchObject({ code: "not_found" });
    expect(await readMember(other.session, stranger)).toMatchObject({ role: "auditor" });
    expect((await list()).map((member) => member.id)).not.toContain(stranger);
  });
});

describe("the departments of a member", () => {
  it("change without signing anybody out, and bind at the next request", async () => {
    const service = await addDepartment(owner, "Service");
    const sales = await addDepartment(owner, "Sales");
    const sessionId = await signedIn("frontline");
    await put(id("frontline"), [service, sales]);
    const session = await enteredBy(sessionId);
    expect(session).toMatchObject({ needsSignIn: false });
    expect([...(session?.departmentIds ?? [])].sort()).toEqual([service, sales].sort());
    await put(id("frontline"), [sales], 2);
    expect(await enteredBy(sessionId)).toMatchObject({ departmentIds: [sales] });
    const events = await readEvents(owner, id("frontline"));
    expect(events.map(({ action }) => action)).toEqual([
      "member.departments_changed",
      "member.departments_changed",
    ]);
    expect(events[1]).toMatchObject({ after: { departmentIds: [sales] } });
  });

  it("leave an archived department as it is", async () => {
    const old = await addDepartment(owner, "Old");
    await put(id("frontline"), [old]);
    await asOwner(async (client) => {
      await client.query("SELECT set_config('app.tenant_id', $1, false)", [tenant.workspace.id]);
      await client.query("UPDATE department SET archived_at = now() WHERE id = $1", [old]);
    });
    await put(id("frontline"), [], 2);
    expect((await readMember(owner, id("frontline"))).departments).toEqual([{ departmentId: old }]);
    await expect(put(id("frontline"), [old], 2)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("are refused when stale, foreign, or of somebody who is not active", async () => {
    const service = await addDepartment(owner, "Service");
    const foreign = await addDepartment((await makeTenant()).session, "Foreign");
    await expect(put(id("frontline"), [foreign])).rejects.toMatchObject({ code: "invalid_input" });
    await expect(put(id("frontline"), [service], 9)).rejects.toMatchObject({ code: "stale" });
    await deactivate(id("frontline"));
    await expect(put(id("frontline"), [service], 2)).rejects.toMatchObject({ code: "conflict" });
    await expect(put(randomUUID(), [service])).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a deactivated member", () => {
  it("is shut out at the next request, heads nothing any more, and comes back as they were", async () => {
    const service = await addDepartment(owner, "Service");
    await put(id("department_head"), [service]);
    await withTenant(owner, "department:write", (tx) =>
      setHead(tx, owner, { departmentId: service, version: 1, headId: id("department_head") }),
    );
    const detail = () =>
      withTenant(owner, "member:read", (tx) => getMember(tx, owner, id("department_head")));
    expect((await detail()).dependents.headOf).toEqual([{ id: service, name: "Service" }]);
    const sessionId = await signedIn("department_head");
    await deactivate(id("department_head"), 2);
    expect(await enteredBy(sessionId)).toBeNull();
    expect((await detail()).dependents.headOf).toEqual([]);
    expect((await readEvents(owner, service)).map(({ action }) => action)).toEqual([
      "department.created",
      "department.head_changed",
      "department.head_changed",
    ]);
    await reactivate(id("department_head"), 3);
    expect(await readMember(owner, id("department_head"))).toMatchObject({
      role: "department_head",
      deactivatedAt: null,
      departments: [{ departmentId: service }],
    });
    // The old browser stays out: it has to sign in again.
    expect(await enteredBy(sessionId)).toMatchObject({ needsSignIn: true });
  });

  it("is not the last owner, and not deactivated twice", async () => {
    await expect(deactivate(id("owner"))).rejects.toMatchObject({ code: "conflict" });
    await deactivate(id("auditor"));
    await expect(deactivate(id("auditor"), 2)).rejects.toMatchObject({ code: "conflict" });
    await expect(deactivate(id("auditor"), 1)).rejects.toMatchObject({ code: "stale" });
    await expect(deactivate(randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });

  it("cannot be reactivated while active, nor from another workspace", async () => {
    await expect(reactivate(id("auditor"), 1)).rejects.toMatchObject({ code: "conflict" });
    await expect(reactivate(id("auditor"), 7)).rejects.toMatchObject({ code: "stale" });
    const other = await makeTenant();
    await expect(deactivate(memberIdOf(other, "auditor"))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(reactivate(memberIdOf(other, "auditor"), 1)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the list of members", () => {
  it("tells role, departments, second step and last use, also of those who left", async () => {
    const service = await addDepartment(owner, "Service");
    await put(id("frontline"), [service]);
    await deactivate(id("auditor"));
    const members = await list();
    expect(members).toHaveLength(6);
    expect(members.find((member) => member.id === id("frontline"))).toMatchObject({
      name: "Test frontline",
      role: "frontline",
      departments: [{ id: service, name: "Service" }],
      hasTwoSteps: false,
      seenAt: null,
      deactivatedAt: null,
    });
    expect(members.find((member) => member.id === id("auditor"))?.deactivatedAt).not.toBeNull();
  });

  it("finds no member by an id that is none, unknown or another workspace's", async () => {
    const stranger = memberIdOf(await makeTenant(), "auditor");
    for (const memberId of ["x", randomUUID(), stranger])
      await expect(
        withTenant(owner, "member:read", (tx) => getMember(tx, owner, memberId)),
      ).rejects.toMatchObject({ code: "not_found" });
  });
});
