import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { hashOfToken, mailProofOf } from "#lib/auth/secret-token.ts";
import type { Session } from "#lib/auth/types.ts";
import { findAccount, withAccounts } from "#lib/db/accounts.ts";
import { acceptInvitation } from "#lib/db/invitation-links.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { acceptAsSelf, deactivateMember, getPeople } from "#lib/members/index.ts";
import { auditActions } from "#tests/support/audit.ts";
import { invitationsOf, join, lookAt, newAddress, selfOf } from "#tests/support/invitations.ts";
import { asOwner } from "#tests/support/owner.ts";
import { addDepartment, memberIdOf, readEvents, readMember } from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

describe("somebody without an account", () => {
  it("joins with name and password; an address is verified only by the mail's own link", async () => {
    const service = await addDepartment(owner, "Service");
    const [copied, mailed] = [newAddress(), newAddress()];
    const byHand = await invitationsOf(owner).linkFor(copied, { departmentIds: service });
    const byMail = await invitationsOf(owner).linkFor(mailed);
    const isVerified = async (accountId: string) =>
      (await withAccounts((tx) => findAccount(tx, accountId)))?.isEmailVerified;
    const joined = await join(byHand.token, mailProofOf(byMail.token));
    expect(joined.slug).toBe(tenant.workspace.slug);
    expect(await isVerified(joined.accountId)).toBe(false);
    expect(await isVerified((await join(byMail.token, mailProofOf(byMail.token))).accountId)).toBe(
      true,
    );
    const { members } = await withTenant(owner, "member:read", (tx) => getPeople(tx, new Date()));
    const member = members.find(({ email }) => email === copied);
    expect(member).toMatchObject({
      name: "Nia New",
      role: "frontline",
      departments: [{ name: "Service" }],
    });
    expect((await readEvents(owner, member?.id ?? "")).map(({ action }) => action)).toEqual([
      "member.joined",
    ]);
  });

  it("finds a used or unknown link no good, and leaves no account behind", async () => {
    const { token } = await invitationsOf(owner).linkFor(newAddress());
    await join(token);
    await expect(join(token)).rejects.toMatchObject({ code: "not_found" });
    await expect(join("unknown")).rejects.toMatchObject({ code: "not_found" });
  });

  it("is sent to sign in when the address has an account already", async () => {
    const other = await makeTenant();
    const { token } = await invitationsOf(owner).linkFor(selfOf(other.session).email);
    await expect(join(token)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("somebody with an account", () => {
  it("accepts as who they are, and nobody else does", async () => {
    const guest = selfOf((await makeTenant()).session);
    const { token } = await invitationsOf(owner).linkFor(guest.email);
    const wrong = selfOf((await makeTenant()).session);
    await expect(acceptAsSelf(wrong, { token, mail: "" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await acceptAsSelf(guest, { token, mail: "" })).toMatchObject({
      slug: tenant.workspace.slug,
    });
    await expect(acceptAsSelf(guest, { token, mail: "" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("who came by the mail's own link has shown the address, and the log tells it", async () => {
    const guest = selfOf((await makeTenant()).session);
    const { token } = await invitationsOf(owner).linkFor(guest.email);
    await acceptAsSelf(guest, { token, mail: mailProofOf(token) });
    const account = await withAccounts((tx) => findAccount(tx, guest.accountId));
    expect(account?.isEmailVerified).toBe(true);
    expect(await auditActions(tenant.workspace.id)).toContain("account.email_verified");
  });

  it("who is a member already is told so, keeps their role, and the invitation stays", async () => {
    const guest = selfOf((await makeTenant()).session);
    const { token } = await invitationsOf(owner).linkFor(guest.email, { role: "executive" });
    await acceptAsSelf(guest, { token, mail: "" });
    await asOwner(async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT app_set_tenant($1)", [tenant.workspace.id]);
      await client.query("UPDATE invitation SET accepted_at = NULL, role = 'owner'");
      await client.query("COMMIT");
    });
    await expect(acceptAsSelf(guest, { token, mail: "" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("member already"),
    });
    expect(await lookAt(token)).not.toBeNull();
    const given = { sha256: hashOfToken(token), membershipId: randomUUID() };
    const again = withAccounts((tx) =>
      acceptInvitation(tx, { ...given, accountId: guest.accountId }),
    );
    expect(await again).toBeNull();
    expect(await lookAt(token)).not.toBeNull();
    const { members } = await withTenant(owner, "member:read", (tx) => getPeople(tx, new Date()));
    expect(members.find(({ email }) => email === guest.email)).toMatchObject({ role: "executive" });
  });

  it("who had left comes back with the new role, in the departments of the invitation alone", async () => {
    const auditor = tenant.sessionAs("auditor");
    const memberId = memberIdOf(tenant, "auditor");
    const [former, kept, next] = [
      await addDepartment(owner, "Former"),
      await addDepartment(owner, "Kept"),
      await addDepartment(owner, "Next"),
    ];
    await withTenant(owner, "member:write", (tx) =>
      tx.membershipDepartment.createMany({
        data: [former, kept].map((departmentId) => ({ membershipId: memberId, departmentId })),
      }),
    );
    await withTenant(owner, "member:write", (tx) =>
      deactivateMember(tx, owner, { memberId, version: 1 }),
    );
    const { version } = await readMember(owner, memberId);
    const departmentIds = `${kept},${next}`;
    const { token } = await invitationsOf(owner).linkFor(selfOf(auditor).email, {
      role: "executive",
      departmentIds,
    });
    await acceptAsSelf(selfOf(auditor), { token, mail: "" });
    const { members } = await withTenant(owner, "member:read", (tx) => getPeople(tx, new Date()));
    expect(members.find(({ id }) => id === memberId)).toMatchObject({
      role: "executive",
      deactivatedAt: null,
    });
    const back = await readMember(owner, memberId);
    expect(back.version).toBe(version + 1);
    const places = back.departments.map(({ departmentId }) => departmentId);
    expect(places.sort()).toEqual([kept, next].sort());
  });
});
