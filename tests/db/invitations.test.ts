import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { hashOfToken, mailProofOf } from "#lib/auth/secret-token.ts";
import type { Session } from "#lib/auth/types.ts";
import { findAccount, withAccounts } from "#lib/db/accounts.ts";
import { acceptInvitation, findInvitation } from "#lib/db/invitation-links.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  acceptAsSelf,
  changeRole,
  deactivateMember,
  getPeople,
  InviteMembers,
  inviteMembers,
  joinWorkspace,
  renewInvitation,
  revokeInvitation,
} from "#lib/members/index.ts";
import { auditActions } from "#tests/support/audit.ts";
import { asOwner } from "#tests/support/owner.ts";
import {
  addDepartment,
  memberIdOf,
  readEvents,
  readMember,
  writeTestLetter,
} from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const PASSWORD = "four words nobody guesses";
const write = writeTestLetter;

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

const newAddress = () => `new-${randomUUID()}@example.com`;
const invite = (
  emails: string,
  more: { departmentIds?: string; now?: Date; role?: string } = {},
) => {
  const { now = new Date(), role = "frontline", departmentIds = "" } = more;
  const input = InviteMembers.parse({ emails, role, departmentIds });
  return withTenant(owner, "member:write", (tx) => inviteMembers(tx, owner, input, { write, now }));
};
const open = (session = owner) =>
  withTenant(session, "member:read", async (tx) => (await getPeople(tx, new Date())).invitations);
const renew = (invitationId: string) =>
  withTenant(owner, "member:write", (tx) =>
    renewInvitation(tx, owner, { invitationId }, { write }),
  );
const revoke = (invitationId: string) =>
  withTenant(owner, "member:write", (tx) => revokeInvitation(tx, owner, { invitationId }));
const tokenOf = (link: { url: string } | undefined) =>
  new URL(link?.url ?? "").pathname.split("/")[2] ?? "";
const look = (token: string) => withAccounts((tx) => findInvitation(tx, hashOfToken(token)));
const join = (token: string, mail = "") =>
  joinWorkspace({ token, mail, name: "Nia New", password: PASSWORD });
const selfOf = (session: Session) => {
  if (session.actor.kind !== "member") throw new Error("A test session is a member's.");
  return { accountId: session.actor.accountId, email: session.actor.email };
};

/** The link of a new invitation, and who it is for. */
async function linkFor(email: string, more: Parameters<typeof invite>[1] = {}) {
  const [link] = await invite(email, more);
  const id = (await open()).find((each) => each.email === email)?.id ?? "";
  return { token: tokenOf(link), id };
}

describe("an invitation", () => {
  it("goes to several people at once, each with a link of their own that tells all but the secret", async () => {
    const service = await addDepartment(owner, "Service");
    const [first, second] = [newAddress(), newAddress()];
    const links = await invite(`Ann One <${first}>\n${second}`, { departmentIds: service });
    expect(links.map(({ email, mail, isRenewed }) => [email, mail, isRenewed])).toEqual([
      [first, "off", false],
      [second, "off", false],
    ]);
    expect(new Set(links.map(({ url }) => url)).size).toBe(2);
    expect(await look(tokenOf(links[0]))).toMatchObject({
      email: first,
      name: "Ann One",
      role: "frontline",
      workspace: { name: tenant.workspace.name },
      departments: ["Service"],
      inviterName: "Test owner",
      hasAccount: false,
    });
    const rows = await open();
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
    const { token } = await linkFor(email);
    const [again] = await invite(email, { role: "executive" });
    expect(again).toMatchObject({ isRenewed: true });
    expect(await look(token)).toBeNull();
    expect(await look(tokenOf(again))).toMatchObject({ role: "executive" });
    expect(await open()).toHaveLength(1);
  });

  it("names the members among the addresses and invites nobody", async () => {
    const taken = selfOf(tenant.sessionAs("auditor")).email;
    await expect(invite(`${newAddress()}, ${taken}`)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`Test auditor (${taken})`),
    });
    expect(await open()).toEqual([]);
  });

  it("is refused with a department of another workspace", async () => {
    const foreign = await addDepartment((await makeTenant()).session, "Foreign");
    await expect(invite(newAddress(), { departmentIds: foreign })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("can be renewed and taken back, each only while nobody used it", async () => {
    const { token, id } = await linkFor(newAddress());
    const renewed = tokenOf(await renew(id));
    expect(await look(token)).toBeNull();
    expect(await look(renewed)).not.toBeNull();
    await revoke(id);
    expect(await look(renewed)).toBeNull();
    await expect(renew(id)).rejects.toMatchObject({ code: "conflict" });
    await expect(revoke(id)).rejects.toMatchObject({ code: "conflict" });
    expect((await readEvents(owner, id)).map(({ action }) => action)).toEqual([
      "member.invited",
      "member.invitation_renewed",
      "member.invitation_revoked",
    ]);
    const used = await linkFor(newAddress());
    await join(used.token);
    await expect(renew(used.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(revoke(used.id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("ends after seven days and can then still be renewed", async () => {
    const past = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000 - 1000);
    const { token, id } = await linkFor(newAddress(), { now: past });
    expect(await look(token)).toBeNull();
    expect(await open()).toMatchObject([{ state: "expired" }]);
    await expect(join(token)).rejects.toMatchObject({ code: "not_found" });
    expect(await look(tokenOf(await renew(id)))).not.toBeNull();
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
    const mine = await linkFor(newAddress());
    const theirs = (await open()).find(({ email }) => email === demoted?.email)?.id ?? "";
    await change(other, 2, "auditor");
    expect(await look(tokenOf(demoted))).toBeNull();
    expect(await look(mine.token)).not.toBeNull();
    expect((await readEvents(owner, theirs)).map(({ action }) => action)).toEqual([
      "member.invited",
      "member.invitation_revoked",
    ]);
    await change(other, 3, "owner");
    const [left] = await inviteAs(second);
    await withTenant(owner, "member:write", (tx) =>
      deactivateMember(tx, owner, { memberId: other, version: 4 }),
    );
    expect(await look(tokenOf(left))).toBeNull();
  });

  it("is out of reach for another workspace", async () => {
    const { token, id } = await linkFor(newAddress());
    const other = (await makeTenant()).session;
    expect(await open(other)).toEqual([]);
    const missing = { code: "not_found" };
    const input = { invitationId: id };
    await expect(
      withTenant(other, "member:write", (tx) => renewInvitation(tx, other, input, { write })),
    ).rejects.toMatchObject(missing);
    await expect(
      withTenant(other, "member:write", (tx) => revokeInvitation(tx, other, input)),
    ).rejects.toMatchObject(missing);
    await expect(renew(randomUUID())).rejects.toMatchObject(missing);
    await expect(revoke(randomUUID())).rejects.toMatchObject(missing);
    expect(await look(token)).not.toBeNull();
  });
});

describe("somebody without an account", () => {
  it("joins with name and password; an address is verified only by the mail's own link", async () => {
    const service = await addDepartment(owner, "Service");
    const [copied, mailed] = [newAddress(), newAddress()];
    const byHand = await linkFor(copied, { departmentIds: service });
    const byMail = await linkFor(mailed);
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
    const { token } = await linkFor(newAddress());
    await join(token);
    await expect(join(token)).rejects.toMatchObject({ code: "not_found" });
    await expect(join("unknown")).rejects.toMatchObject({ code: "not_found" });
  });

  it("is sent to sign in when the address has an account already", async () => {
    const other = await makeTenant();
    const { token } = await linkFor(selfOf(other.session).email);
    await expect(join(token)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("somebody with an account", () => {
  it("accepts as who they are, and nobody else does", async () => {
    const guest = selfOf((await makeTenant()).session);
    const { token } = await linkFor(guest.email);
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
    const { token } = await linkFor(guest.email);
    await acceptAsSelf(guest, { token, mail: mailProofOf(token) });
    const account = await withAccounts((tx) => findAccount(tx, guest.accountId));
    expect(account?.isEmailVerified).toBe(true);
    expect(await auditActions(tenant.workspace.id)).toContain("account.email_verified");
  });

  it("who is a member already is told so, keeps their role, and the invitation stays", async () => {
    const guest = selfOf((await makeTenant()).session);
    const { token } = await linkFor(guest.email, { role: "executive" });
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
    expect(await look(token)).not.toBeNull();
    const given = { sha256: hashOfToken(token), membershipId: randomUUID() };
    const again = withAccounts((tx) =>
      acceptInvitation(tx, { ...given, accountId: guest.accountId }),
    );
    expect(await again).toBeNull();
    expect(await look(token)).not.toBeNull();
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
    const { token } = await linkFor(selfOf(auditor).email, { role: "executive", departmentIds });
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
