import { expect, it } from "vitest";
import type { ProviderPerson } from "#lib/auth/oidc/claims.ts";
import { identify } from "#lib/auth/oidc/identify.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findCredentials, resolveSession } from "#lib/db/directory.ts";
import { mailsTo } from "#tests/support/mails.ts";
import { openSessionOf } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant } from "#tests/support/tenant.ts";

// The environment is read at its first use: with a mail server, letters go into the outbox.
process.env["SMTP_URL"] = "smtp://127.0.0.1:1";
process.env["MAIL_FROM"] = "Throughline <throughline@example.com>";

const OPEN = { isSignUpOpen: true };
const CLOSED = { isSignUpOpen: false };

let count = 0;
function newPerson(changes: Partial<ProviderPerson> = {}): ProviderPerson {
  count += 1;
  return {
    issuer: "https://login.example",
    subject: `subject-${count}`,
    email: `person-${count}@login.example`,
    isEmailVerified: true,
    name: "Pat Provider",
    ...changes,
  };
}

async function makeMember() {
  const tenant = await makeTenant();
  const { actor } = tenant.sessionAs("frontline");
  if (actor.kind !== "member") throw new Error("A role is held by a member.");
  return { ...actor, tenantId: tenant.workspace.id };
}

const change = (accountId: string, set: string) =>
  asOwner((client) => client.query(`UPDATE account SET ${set} WHERE id = $1`, [accountId]));

function eventsOf(tenantId: string): Promise<string[]> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [tenantId]);
    const { rows } = await client.query<{ action: string }>(
      "SELECT action FROM audit_event ORDER BY action",
    );
    return rows.map(({ action }) => action);
  });
}

async function invite(tenantId: string, email: string, more = "interval '1 day'"): Promise<void> {
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [tenantId]);
    await client.query(
      `INSERT INTO invitation (id, email, name, role, department_ids, sha256, expires_at)
       VALUES (gen_random_uuid(), $1, 'Invited', 'frontline', '{}', $1, now() + ${more})`,
      [email],
    );
    await client.query("COMMIT");
  });
}

it("links a verified address to the account with that verified address, ends its sessions, tells it by mail, and knows the person by subject from then on", async () => {
  const member = await makeMember();
  await change(member.accountId, "email_verified_at = now()");
  const person = newPerson({ email: member.email });
  const open = await openSessionOf(member);
  expect(await identify(person, CLOSED)).toMatchObject({
    account: { accountId: member.accountId },
  });
  expect(await resolveSession(open)).toEqual([]);
  expect(await mailsTo(member.email)).toMatchObject([
    { subject: expect.stringContaining("was linked to your account") },
  ]);
  const later = await openSessionOf(member);
  const renamed = { ...person, email: "another@login.example", isEmailVerified: false };
  expect(await identify(renamed, CLOSED)).toMatchObject({
    account: { accountId: member.accountId },
  });
  expect(await resolveSession(later)).toHaveLength(1);
  expect(await mailsTo(member.email)).toHaveLength(1);
  expect(await eventsOf(member.tenantId)).toEqual([
    "account.identity_linked",
    "account.sessions_ended",
  ]);
});

it("tells the same subject at two issuers apart", async () => {
  const person = newPerson();
  const other = newPerson({ subject: person.subject, issuer: "https://other.example" });
  const [first, second] = [await identify(person, OPEN), await identify(other, OPEN)];
  expect(first).toHaveProperty("account");
  expect(second).toHaveProperty("account");
  expect(first).not.toEqual(second);
});

it("refuses to link when either side has not verified the address, and leaves the account alone", async () => {
  const member = await makeMember();
  const person = newPerson({ email: member.email });
  expect(await identify(person, OPEN)).toEqual({ problem: "unverifiedAccount" });
  await change(member.accountId, "email_verified_at = now()");
  const unverified = { ...person, isEmailVerified: false };
  expect(await identify(unverified, OPEN)).toEqual({ problem: "unverifiedEmail" });
  expect(await eventsOf(member.tenantId)).toEqual([]);
});

it("refuses a person without an address", async () => {
  expect(await identify(newPerson({ email: null }), OPEN)).toEqual({ problem: "noEmail" });
});

it("makes an account without a password and with a verified address for a stranger", async () => {
  const person = newPerson();
  expect(await identify(person, OPEN)).toHaveProperty("account");
  expect(await findCredentials(person.email ?? "")).toMatchObject({
    passwordHash: null,
    isEmailVerified: true,
  });
  expect(await mailsTo(person.email ?? "")).toEqual([]);
});

it("lets a stranger in only by invitation where sign-up is closed", async () => {
  const { tenantId } = await makeMember();
  const [stranger, invited, late] = [newPerson(), newPerson(), newPerson()];
  await invite(tenantId, invited.email ?? "");
  await invite(tenantId, late.email ?? "", "interval '-1 minute'");
  expect(await identify(stranger, CLOSED)).toEqual({ problem: "closed" });
  expect(await identify(late, CLOSED)).toEqual({ problem: "closed" });
  expect(await identify(invited, CLOSED)).toHaveProperty("account");
});

it("refuses an account that is switched off, whether it was linked before or not", async () => {
  const person = newPerson();
  await identify(person, OPEN);
  const made = await findCredentials(person.email ?? "");
  await change(made?.accountId ?? "", "disabled_at = now()");
  expect(await identify(person, OPEN)).toEqual({ problem: "disabled" });
  const elsewhere = { ...person, email: "fresh-address@login.example" };
  expect(await identify(elsewhere, OPEN)).toEqual({ problem: "disabled" });
  expect(await identify({ ...person, subject: "never-seen" }, OPEN)).toEqual({
    problem: "disabled",
  });
});

it("leaves nothing behind when it fails halfway", async () => {
  const person = newPerson({ name: "\0" });
  await expect(identify(person, OPEN)).rejects.toThrow();
  await withAccounts(async () => undefined);
  expect(await findCredentials(person.email ?? "")).toBeNull();
});
