import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  changeRole,
  deactivateMember,
  InviteMembers,
  inviteMembers,
  renewInvitation,
  revokeInvitation,
} from "#lib/members/index.ts";
import {
  invitationsOf,
  join,
  lookAt,
  newAddress,
  selfOf,
  tokenOf,
} from "#tests/support/invitations.ts";
import { addDepartment, memberIdOf, readEvents, writeTestLetter } from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const write = writeTestLetter;

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

describe("an invitation", () => {
  it("goes to several people at once, each with a link of their own that tells all but the secret", async () => {
    const service = await addDepartment(owner, "Service");
    const [first, second] = [newAddress(), newAddress()];
    const links = await invitationsOf(owner).invite(`Ann One <${first}>\n${second}`, {
      departmentIds: service,
    });
    expect(links.map(({ email, mail, isRenewed }) => [email, mail, isRenewed])).toEqual([
      [first, "off", false],
      [second, "off", false],
    ]);
    expect(new Set(links.map(({ url }) => url)).size).toBe(2);
    expect(await lookAt(tokenOf(links[0]))).toMatchObject({
      email: first,
      name: "Ann One",
      role: "frontline",
      workspace: { name: tenant.workspace.name },
      departments: ["Service"],
      inviterName: "Test owner",
      hasAccount: false,
    });
    const rows = await invitationsOf(owner).open();
    expect(rows.map(({ email, invitedBy, state }) => ({ email, invitedBy, state }))).toContainEqual(
      {
        email: first,
        invitedBy: "Test owner",
        state: "open",
      },
    );
    expect(JSON.stringify(rows)).not.toContain(tokenOf(links[0]));
    expect((await readEvents(owner, rows[0]?.id ?? ""))[0]).toMatchObject({
      action: "member.invited",
    });
  });

  it("to an open address makes a new link and spoils the old one", async () => {
    const email = newAddress();
    const { token } = await invitationsOf(owner).linkFor(email);
    const [again] = await invitationsOf(owner).invite(email, { role: "executive" });
    expect(again).toMatchObject({ isRenewed: true });
    expect(await lookAt(token)).toBeNull();
    expect(await lookAt(tokenOf(again))).toMatchObject({ role: "executive" });
    expect(await invitationsOf(owner).open()).toHaveLength(1);
  });

  it("names the members among the addresses and invites nobody", async () => {
    const taken = selfOf(tenant.sessionAs("auditor")).email;
    await expect(invitationsOf(owner).invite(`${newAddress()}, ${taken}`)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`Test auditor (${taken})`),
    });
    expect(await invitationsOf(owner).open()).toEqual([]);
  });

  it("is refused with a department of another workspace", async () => {
    const foreign = await addDepartment((await makeTenant()).session, "Foreign");
    await expect(
      invitationsOf(owner).invite(newAddress(), { departmentIds: foreign }),
    ).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("can be renewed and taken back, each only while nobody used it", async () => {
    const { token, id } = await invitationsOf(owner).linkFor(newAddress());
    const renewed = tokenOf(await invitationsOf(owner).renew(id));
    expect(await lookAt(token)).toBeNull();
    expect(await lookAt(renewed)).not.toBeNull();
    await invitationsOf(owner).revoke(id);
    expect(await lookAt(renewed)).toBeNull();
    await expect(invitationsOf(owner).renew(id)).rejects.toMatchObject({ code: "conflict" });
    await expect(invitationsOf(owner).revoke(id)).rejects.toMatchObject({ code: "conflict" });
    expect((await readEvents(owner, id)).map(({ action }) => action)).toEqual([
      "member.invited",
      "member.invitation_renewed",
      "member.invitation_revoked",
    ]);
    const used = await invitationsOf(owner).linkFor(newAddress());
    await join(used.token);
    await expect(invitationsOf(owner).renew(used.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(invitationsOf(owner).revoke(used.id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("ends after seven days and can then still be renewed", async () => {
    const past = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000 - 1000);
    const { token, id } = await invitationsOf(owner).linkFor(newAddress(), { now: past });
    expect(await lookAt(token)).toBeNull();
    expect(await invitationsOf(owner).open()).toMatchObject([{ state: "expired" }]);
    await expect(join(token)).rejects.toMatchObject({ code: "not_found" });
    expect(await lookAt(tokenOf(await invitationsOf(owner).renew(id)))).not.toBeNull();
  });

  it("ends with the rights of the owner who sent it, and the log tells", async () => {
    const other = memberIdOf(tenant, "executive");
    const change = (memberId: string, version: number, role: "owner" | "auditor") =>
      withTenant(owner, "member:write", (tx) => changeRole(tx, owner, { memberId, version, role }));
    await change(other, 1, "owner");
    const second = { ...tenant.sessionAs("executive"), permissions: owner.permissions };
    const inviteAs = (who: Session) =>
      withTenant(who, "member:write", (tx) =>
        inviteMembers(
          tx,
          who,
          InviteMembers.parse({ emails: newAddress(), role: "owner", departmentIds: "" }),
          { write },
        ),
      );
    const [demoted] = await inviteAs(second);
    const mine = await invitationsOf(owner).linkFor(newAddress());
    const theirs =
      (await invitationsOf(owner).open()).find(({ email }) => email === demoted?.email)?.id ?? "";
    await change(other, 2, "auditor");
    expect(await lookAt(tokenOf(demoted))).toBeNull();
    expect(await lookAt(mine.token)).not.toBeNull();
    expect((await readEvents(owner, theirs)).map(({ action }) => action)).toEqual([
      "member.invited",
      "member.invitation_revoked",
    ]);
    await change(other, 3, "owner");
    const [left] = await inviteAs(second);
    await withTenant(owner, "member:write", (tx) =>
      deactivateMember(tx, owner, { memberId: other, version: 4 }),
    );
    expect(await lookAt(tokenOf(left))).toBeNull();
  });

  it("is out of reach for another workspace", async () => {
    const { token, id } = await invitationsOf(owner).linkFor(newAddress());
    const other = (await makeTenant()).session;
    expect(await invitationsOf(owner).open(other)).toEqual([]);
    const missing = { code: "not_found" };
    const input = { invitationId: id };
    await expect(
      withTenant(other, "member:write", (tx) => renewInvitation(tx, other, input, { write })),
    ).rejects.toMatchObject(missing);
    await expect(
      withTenant(other, "member:write", (tx) => revokeInvitation(tx, other, input)),
    ).rejects.toMatchObject(missing);
    await expect(invitationsOf(owner).renew(randomUUID())).rejects.toMatchObject(missing);
    await expect(invitationsOf(owner).revoke(randomUUID())).rejects.toMatchObject(missing);
    expect(await lookAt(token)).not.toBeNull();
  });
});
