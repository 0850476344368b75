import { describe, expect, it } from "vitest";
import {
  askPasswordReset,
  changePassword,
  findLinkOwner,
  isGoodLink,
  makeWorkspace,
  resetPassword,
  sendVerification,
  signUp,
  verifyEmail,
} from "#lib/accounts/index.ts";
import { verifyPassword } from "#lib/auth/password.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findCredentials, findWorkspace, resolveSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { auditActions } from "#tests/support/audit.ts";
import { mailsTo, tokenMailedTo } from "#tests/support/mails.ts";
import { memberWithPassword, openSessionOf, PASSWORD, signedInAs } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";
import { giveProofs, proofsOf } from "#tests/support/proofs.ts";

// The environment is read at its first use: with a mail server, letters go into the outbox.
process.env["SMTP_URL"] = "smtp://127.0.0.1:1";
process.env["MAIL_FROM"] = "Throughline <throughline@example.com>";

const NEW_PASSWORD = "another quiet afternoon";
const LONG_AGO = new Date("2020-01-01");

const place = { currency: "EUR", timeZone: "Europe/Berlin", locale: "de-DE" };
const newPerson = (workspaceName = "North Sea Tea") => ({
  ...place,
  name: "Ana",
  email: `ana-${newId()}@example.com`,
  password: PASSWORD,
  workspaceName,
});

async function passwordIs(email: string, password: string): Promise<boolean> {
  return verifyPassword((await findCredentials(email))?.passwordHash ?? null, password);
}

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe("signUp", () => {
  it("makes an account and a workspace that it owns, and asks whether the address is right", async () => {
    const input = newPerson();
    const { accountId, slug } = await withAccounts((tx) => signUp(tx, input));
    const workspace = await findWorkspace(slug);
    expect(workspace).toMatchObject({ name: "North Sea Tea", ...place });
    const session = await openSessionOf(input);
    expect(await resolveSession(session)).toMatchObject([
      { accountId, isEmailVerified: false, membership: { role: "owner", workspace: { slug } } },
    ]);
    expect(await passwordIs(input.email, PASSWORD)).toBe(true);
    expect(await mailsTo(input.email)).toMatchObject([{ subject: "Is this your address?" }]);
    expect(await auditActions(workspace?.id ?? "")).toEqual(["workspace.created"]);
  });

  it("gives the second workspace of a name a number", async () => {
    const name = `Twice ${newId().slice(-8)}`;
    const first = await withAccounts((tx) => signUp(tx, newPerson(name)));
    const second = await withAccounts((tx) => signUp(tx, newPerson(name)));
    expect(second.slug).toBe(`${first.slug}-2`);
  });

  it("tells an address that has an account to sign in, and makes nothing", async () => {
    const { email, workspace } = await memberWithPassword();
    const name = `Nothing ${newId().slice(-8)}`;
    const again = withAccounts((tx) => signUp(tx, { ...newPerson(name), email }));
    await expect(again).rejects.toMatchObject({
      code: "conflict",
      detail: { fields: { email: [expect.stringContaining("Sign in")] } },
    });
    expect(await findWorkspace(name.toLowerCase().replace(" ", "-"))).toBeNull();
    expect(await findWorkspace(workspace.slug)).not.toBeNull();
    expect(await passwordIs(email, PASSWORD)).toBe(true);
  });
});

describe("makeWorkspace", () => {
  it("makes another workspace of somebody who has one", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    const input = { ...place, workspaceName: `Second ${newId().slice(-8)}` };
    const { slug } = await withAccounts((tx) => makeWorkspace(tx, person, input));
    const rows = await resolveSession(person.sessionId);
    expect(rows.map(({ membership }) => membership?.role).sort()).toEqual(["cx_manager", "owner"]);
    expect(rows.map(({ membership }) => membership?.workspace.slug)).toContain(slug);
  });
});

describe("a link that confirms an address", () => {
  it("works once, and the workspace's log tells it", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    await withAccounts((tx) => sendVerification(tx, person));
    const token = await tokenMailedTo(member.email);
    await withAccounts((tx) => verifyEmail(tx, person, { token }));
    expect(await findCredentials(member.email)).toMatchObject({ isEmailVerified: true });
    expect(await auditActions(member.workspace.id)).toEqual(["account.email_verified"]);
    await expect(withAccounts((tx) => verifyEmail(tx, person, { token }))).rejects.toEqual(
      code("not_found"),
    );
  });

  it("works for nobody but the account's own person, and stays good for them", async () => {
    const [member, stranger] = [await memberWithPassword(), await memberWithPassword()];
    const [person, other] = [await signedInAs(member), await signedInAs(stranger)];
    await withAccounts((tx) => sendVerification(tx, person));
    const token = await tokenMailedTo(member.email);
    const foreign = withAccounts((tx) => verifyEmail(tx, other, { token }));
    await expect(foreign).rejects.toEqual(code("forbidden"));
    for (const { email } of [member, stranger])
      expect(await findCredentials(email)).toMatchObject({ isEmailVerified: false });
    await withAccounts((tx) => verifyEmail(tx, person, { token }));
    expect(await findCredentials(member.email)).toMatchObject({ isEmailVerified: true });
  });

  it("hints at its account without naming the address", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    await withAccounts((tx) => sendVerification(tx, person));
    const token = await tokenMailedTo(member.email);
    const owner = await withAccounts((tx) => findLinkOwner(tx, token, "verify_email"));
    const domain = member.email.slice(member.email.indexOf("@"));
    expect(owner).toEqual({
      accountId: member.accountId,
      hint: `${member.email.slice(0, 1)}…${domain}`,
    });
    expect(await withAccounts((tx) => findLinkOwner(tx, "none", "verify_email"))).toBeNull();
  });

  it("does not work after its time, nor for another purpose", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    await withAccounts((tx) => sendVerification(tx, person, LONG_AGO));
    const old = { token: await tokenMailedTo(member.email) };
    await expect(withAccounts((tx) => verifyEmail(tx, person, old))).rejects.toEqual(
      code("not_found"),
    );
    await withAccounts((tx) => sendVerification(tx, person));
    const token = await tokenMailedTo(member.email);
    const reset = { token, password: NEW_PASSWORD };
    await expect(withAccounts((tx) => resetPassword(tx, reset))).rejects.toEqual(code("not_found"));
  });
});

describe("a forgotten password", () => {
  it("is replaced by a link, once, and every session ends", async () => {
    const member = await memberWithPassword();
    const session = await openSessionOf(member);
    await withAccounts((tx) => askPasswordReset(tx, { email: member.email }));
    const token = await tokenMailedTo(member.email);
    expect(await withAccounts((tx) => isGoodLink(tx, token, "reset_password"))).toBe(true);
    await withAccounts((tx) => resetPassword(tx, { token, password: NEW_PASSWORD }));
    expect(await passwordIs(member.email, NEW_PASSWORD)).toBe(true);
    expect(await resolveSession(session)).toEqual([]);
    expect(await mailsTo(member.email)).toMatchObject([
      { subject: "Your password was changed" },
      { subject: "Choose a new password" },
    ]);
    expect((await auditActions(member.workspace.id)).sort()).toEqual([
      "account.email_verified",
      "account.password_reset",
    ]);
    const again = { token, password: PASSWORD };
    await expect(withAccounts((tx) => resetPassword(tx, again))).rejects.toEqual(code("not_found"));
  });

  it("proves the mailbox: what somebody set up there without it is gone", async () => {
    const member = await memberWithPassword();
    await giveProofs(member.accountId);
    const open = await openSessionOf(member);
    await withAccounts((tx) => askPasswordReset(tx, member));
    const token = await tokenMailedTo(member.email);
    await withAccounts((tx) => resetPassword(tx, { token, password: NEW_PASSWORD }));
    expect(await proofsOf(member.accountId)).toEqual({ totp: 0, codes: 0, identities: 0 });
    expect(await findCredentials(member.email)).toMatchObject({ isEmailVerified: true });
    expect(await passwordIs(member.email, NEW_PASSWORD)).toBe(true);
    expect(await resolveSession(open)).toEqual([]);
    expect((await auditActions(member.workspace.id)).sort()).toEqual([
      "account.email_verified",
      "account.password_reset",
      "account.totp_off",
    ]);
  });

  it("leaves the second step and the providers of a verified account", async () => {
    const member = await memberWithPassword();
    await giveProofs(member.accountId);
    await asOwner((client) =>
      client.query("UPDATE account SET email_verified_at = now() WHERE id = $1", [
        member.accountId,
      ]),
    );
    await withAccounts((tx) => askPasswordReset(tx, member));
    const token = await tokenMailedTo(member.email);
    await withAccounts((tx) => resetPassword(tx, { token, password: NEW_PASSWORD }));
    expect(await proofsOf(member.accountId)).toEqual({ totp: 1, codes: 1, identities: 1 });
    expect(await auditActions(member.workspace.id)).toEqual(["account.password_reset"]);
  });

  it("leaves no second link that works, and none whose hour is over", async () => {
    const member = await memberWithPassword();
    const ask = (now?: Date) => withAccounts((tx) => askPasswordReset(tx, member, now));
    const use = (token: string) =>
      withAccounts((tx) => resetPassword(tx, { token, password: NEW_PASSWORD }));
    await ask(LONG_AGO);
    await expect(use(await tokenMailedTo(member.email))).rejects.toEqual(code("not_found"));
    await ask();
    const first = await tokenMailedTo(member.email);
    await ask();
    await use(await tokenMailedTo(member.email));
    await expect(use(first)).rejects.toEqual(code("not_found"));
  });

  it("sends nothing to an address without an account", async () => {
    const email = "nobody-at-all@example.com";
    await withAccounts((tx) => askPasswordReset(tx, { email }));
    expect(await mailsTo(email)).toEqual([]);
  });

  it("does not come back for a disabled account", async () => {
    const member = await memberWithPassword();
    await withAccounts((tx) => askPasswordReset(tx, member));
    const token = await tokenMailedTo(member.email);
    await asOwner((client) =>
      client.query("UPDATE account SET disabled_at = now() WHERE id = $1", [member.accountId]),
    );
    const reset = { token, password: NEW_PASSWORD };
    await expect(withAccounts((tx) => resetPassword(tx, reset))).rejects.toEqual(code("not_found"));
  });
});

describe("changePassword", () => {
  it("keeps this browser, ends the others and open links, and says so by mail", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    const other = await openSessionOf(member);
    await withAccounts((tx) => askPasswordReset(tx, member));
    const link = await tokenMailedTo(member.email);
    const input = { presentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    await withAccounts((tx) => changePassword(tx, person, input));
    expect(await resolveSession(person.sessionId)).toHaveLength(1);
    expect(await resolveSession(other)).toEqual([]);
    expect(await passwordIs(member.email, NEW_PASSWORD)).toBe(true);
    expect(await withAccounts((tx) => isGoodLink(tx, link, "reset_password"))).toBe(false);
    expect((await mailsTo(member.email))[0]).toMatchObject({
      subject: "Your password was changed",
    });
    expect(await auditActions(member.workspace.id)).toEqual(["account.password_changed"]);
  });

  it("is refused with a wrong present password, and to wait after ten", async () => {
    const person = await signedInAs(await memberWithPassword());
    const change = () =>
      withAccounts((tx) =>
        changePassword(tx, person, { presentPassword: "wrong", newPassword: NEW_PASSWORD }),
      );
    for (let tries = 0; tries < 10; tries++)
      await expect(change()).rejects.toMatchObject({
        code: "invalid_input",
        detail: { fields: { presentPassword: [expect.any(String)] } },
      });
    await expect(change()).rejects.toEqual(code("too_many_requests"));
    expect(await passwordIs(person.email, PASSWORD)).toBe(true);
  });
});

describe("an account without a password", () => {
  it("gets its first one by a link alone", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    await asOwner((client) =>
      client.query("UPDATE account SET password_hash = NULL WHERE id = $1", [member.accountId]),
    );
    const input = { presentPassword: "", newPassword: NEW_PASSWORD };
    await expect(withAccounts((tx) => changePassword(tx, person, input))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("link"),
    });
    await withAccounts((tx) => askPasswordReset(tx, member));
    const token = await tokenMailedTo(member.email);
    await withAccounts((tx) => resetPassword(tx, { token, password: NEW_PASSWORD }));
    expect(await passwordIs(member.email, NEW_PASSWORD)).toBe(true);
  });
});
