import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  changeRole,
  deactivateMember,
  listOwnerNames,
  transferOwnership,
} from "#lib/members/index.ts";
import {
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
const signedIn = (role: Role) => openTestSession(tenant.sessionAs(role));
const give = (memberId: string, role: Role, version = 1) =>
  withTenant(owner, "member:write", (tx) => changeRole(tx, owner, { memberId, version, role }));
const deactivate = (memberId: string) =>
  withTenant(owner, "member:write", (tx) => deactivateMember(tx, owner, { memberId, version: 1 }));

describe("two owners who take the role from each other at the same time", () => {
  it.each(["demote", "deactivate"])("leave one when they %s", async (way) => {
    await give(id("auditor"), "owner");
    const first = owner;
    const second: Session = { ...owner, actor: tenant.sessionAs("auditor").actor };
    const strike = (session: Session, memberId: string, version: number) =>
      withTenant(session, "member:write", async (tx) =>
        way === "demote"
          ? changeRole(tx, session, { memberId, version, role: "frontline" })
          : deactivateMember(tx, session, { memberId, version }),
      );
    const done = await Promise.allSettled([
      strike(first, id("auditor"), 2),
      strike(second, id("owner"), 1),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect(await withTenant(owner, "member:read", listOwnerNames)).toHaveLength(1);
  });

  it("waits for the other's decision: the second one finds the first one's", async () => {
    await give(id("auditor"), "owner");
    const steps: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = withTenant(owner, "member:write", async (tx) => {
      await changeRole(tx, owner, { memberId: id("auditor"), version: 2, role: "frontline" });
      steps.push("first decided");
      await held;
      steps.push("first commits");
    });
    await expect.poll(() => steps).toContain("first decided");
    const second = give(id("owner"), "frontline").catch((error: unknown) => {
      steps.push("second answered");
      return error;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    release();
    await first;
    expect(await second).toMatchObject({ code: "conflict" });
    expect(steps).toEqual(["first decided", "first commits", "second answered"]);
  });
});

describe("the ownership", () => {
  const transfer = (
    given: { memberId: string; version?: number; workspaceName?: string; ownRole?: Role },
    session = owner,
  ) =>
    withTenant(session, "member:write", (tx) =>
      transferOwnership(tx, session, {
        version: 1,
        workspaceName: tenant.workspace.name,
        ownRole: "auditor",
        ...given,
      }),
    );

  it("goes to another member, both have to sign in again, and both events are there", async () => {
    const sessions = [await signedIn("owner"), await signedIn("executive")];
    await transfer({ memberId: id("executive") });
    expect(await readMember(owner, id("executive"))).toMatchObject({ role: "owner" });
    expect(await readMember(owner, id("owner"))).toMatchObject({ role: "auditor" });
    for (const sessionId of sessions)
      expect(await enteredBy(sessionId)).toMatchObject({ needsSignIn: true });
    expect(await readEvents(owner, id("executive"))).toMatchObject([
      { action: "member.ownership_transferred", after: { role: "owner" } },
    ]);
    expect(await readEvents(owner, id("owner"))).toMatchObject([
      { action: "member.role_changed", before: { role: "owner" }, after: { role: "auditor" } },
    ]);
  });

  it("can be shared: the giver stays an owner", async () => {
    await transfer({ memberId: id("executive"), ownRole: "owner" });
    expect(await withTenant(owner, "member:read", listOwnerNames)).toEqual([
      "Test executive",
      "Test owner",
    ]);
  });

  it("stays when the name is not typed as it is, and nothing is written", async () => {
    await expect(
      transfer({ memberId: id("executive"), workspaceName: "test workspace" }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { workspaceName: [expect.any(String)] } },
    });
    expect(await readMember(owner, id("executive"))).toMatchObject({
      role: "executive",
      version: 1,
    });
  });

  it("goes to nobody deactivated, unknown, foreign, changed meanwhile, or oneself", async () => {
    await expect(transfer({ memberId: id("owner") })).rejects.toMatchObject({ code: "conflict" });
    await expect(transfer({ memberId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
    const stranger = memberIdOf(await makeTenant(), "executive");
    await expect(transfer({ memberId: stranger })).rejects.toMatchObject({ code: "not_found" });
    await expect(transfer({ memberId: id("executive"), version: 3 })).rejects.toMatchObject({
      code: "stale",
    });
    await deactivate(id("executive"));
    await expect(transfer({ memberId: id("executive"), version: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is given by an owner only, who is still one", async () => {
    const manager: Session = { ...owner, actor: tenant.sessionAs("cx_manager").actor };
    await expect(transfer({ memberId: id("executive") }, manager)).rejects.toMatchObject({
      code: "forbidden",
    });
    await transfer({ memberId: id("executive") });
    await expect(transfer({ memberId: id("auditor") })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
