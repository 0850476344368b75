import { describe, expect, it } from "vitest";
import { resetPassword } from "#lib/accounts/index.ts";
import { verifyPassword } from "#lib/auth/password.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findCredentials, findWorkspace, resolveSession } from "#lib/db/directory.ts";
import { admin, adminJson } from "#tests/support/admin.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { memberWithPassword, openSessionOf, PASSWORD } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";
import { giveProofs, proofsOf } from "#tests/support/proofs.ts";

let count = 0;
function newSlug(): string {
  count += 1;
  return `people-${process.pid}-${count}`;
}

type Made = { id: string; slug: string; owner: { id: string; email: string; password?: string } };

describe("the operator", () => {
  it("takes an address back from whoever made an account there without reading its mail", async () => {
    const squatter = await memberWithPassword();
    await giveProofs(squatter.accountId);
    const session = await openSessionOf(squatter);
    const link = await adminJson<{ link: string }>([
      ...["member", "reset-link", "--email", squatter.email],
    ]);
    const workspace = ["workspace", "create", "--name", "North", "--slug", newSlug()];
    const argv = [...workspace, "--owner-email", squatter.email];
    const { owner } = await adminJson<Made>(argv);
    expect(owner).toMatchObject({ id: squatter.accountId, password: expect.any(String) });
    const credentials = await findCredentials(squatter.email);
    const opens = (password: string) => verifyPassword(credentials?.passwordHash ?? null, password);
    expect([await opens(PASSWORD), await opens(owner.password ?? "")]).toEqual([false, true]);
    expect(credentials).toMatchObject({ isEmailVerified: true, totpSecret: null });
    expect(await proofsOf(squatter.accountId)).toEqual({ totp: 0, codes: 0, identities: 0 });
    expect(await resolveSession(session)).toEqual([]);
    const token = link.link.split("/").at(-1) ?? "";
    const reset = { token, password: "a password of the squatter" };
    await expect(withAccounts((tx) => resetPassword(tx, reset))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("leaves a verified account its password, second step and sessions", async () => {
    const member = await memberWithPassword();
    await giveProofs(member.accountId);
    await asOwner((client) =>
      client.query("UPDATE account SET email_verified_at = now() WHERE id = $1", [
        member.accountId,
      ]),
    );
    const session = await openSessionOf(member);
    const workspace = ["workspace", "create", "--name", "South", "--slug", newSlug()];
    const { owner } = await adminJson<Made>([...workspace, "--owner-email", member.email]);
    expect(owner.password).toBeUndefined();
    expect(await proofsOf(member.accountId)).toEqual({ totp: 1, codes: 1, identities: 1 });
    expect(await resolveSession(session)).toHaveLength(2);
  });

  it("turns the second step of a person off who lost it, once, and the log tells it", async () => {
    const member = await memberWithPassword();
    await giveProofs(member.accountId);
    const argv = ["member", "reset-two-step", "--email", member.email.toUpperCase()];
    expect(await adminJson(argv)).toEqual({ email: member.email, twoStep: "off" });
    expect(await proofsOf(member.accountId)).toEqual({ totp: 0, codes: 0, identities: 1 });
    expect(await storedEvents(member.session)).toMatchObject([
      { action: "account.totp_off", actorKind: "operator", objectId: member.membershipId },
    ]);
    expect(await admin(argv)).toMatchObject({ code: 1, stderr: expect.stringContaining("is off") });
    expect(
      await admin(["member", "reset-two-step", "--email", "nobody@example.com"]),
    ).toMatchObject({ code: 1, stderr: "Nobody has an account with nobody@example.com.\n" });
  });

  it("brings a member back into the departments it names alone", async () => {
    const slug = newSlug();
    await adminJson([
      ...["workspace", "create", "--name", "East", "--slug", slug],
      ...["--owner-email", `owner@${slug}.example`],
    ]);
    const email = `bo@${slug}.example`;
    const argv = ["member", "add", "--workspace", slug, "--email", email, "--role", "frontline"];
    const { id } = await adminJson<{ id: string }>([...argv, "--department", "Service"]);
    const workspace = await findWorkspace(slug);
    const inWorkspace = <T>(sql: string) =>
      asOwner(async (client) => {
        await client.query("BEGIN");
        await client.query("SELECT app_set_tenant($1)", [workspace?.id]);
        const { rows } = await client.query<T & object>(sql, [id]);
        await client.query("COMMIT");
        return rows;
      });
    await inWorkspace("UPDATE membership SET deactivated_at = now() WHERE id = $1");
    await adminJson([...argv, "--department", "Sales"]);
    expect(
      await inWorkspace(
        `SELECT m.version, d.name FROM membership m JOIN membership_department p ON p.membership_id = m.id
         JOIN department d ON d.id = p.department_id WHERE m.id = $1`,
      ),
    ).toEqual([{ version: 2, name: "Sales" }]);
  });

  it("tells every workspace of a person about a link made for them", async () => {
    const member = await memberWithPassword();
    await adminJson(["member", "reset-link", "--email", member.email]);
    expect(await storedEvents(member.session)).toMatchObject([
      { action: "account.reset_link_made", actorKind: "operator", objectId: member.membershipId },
    ]);
  });
});
