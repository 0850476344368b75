import { describe, expect, it } from "vitest";
import type { Caller } from "#lib/auth/caller.ts";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { closeSession, withAccounts } from "#lib/db/accounts.ts";
import { resolveSession } from "#lib/db/directory.ts";
import { memberWithPassword, openSessionOf, PASSWORD } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";

/** A browser nobody signed in with before. */
const from = (address: string): Caller => ({ address, devices: [] });

const asOwnerInTenant = (tenantId: string, sql: string, values: unknown[]) =>
  asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [tenantId]);
    await client.query(sql, values);
    await client.query("COMMIT");
  });

describe("signIn", () => {
  it("recognises who has the right password, and whether a code is owed", async () => {
    const { email, accountId } = await memberWithPassword();
    const input = { email, password: PASSWORD };
    const recognised = { accountId, email, sessionVersion: 1, givenAt: expect.any(String) };
    expect(await signIn(input, from("192.0.2.1"))).toEqual({ ...recognised, needsCode: false });
    await asOwner((client) =>
      client.query(
        "UPDATE account SET totp_secret = 'x', totp_confirmed_at = now() WHERE id = $1",
        [accountId],
      ),
    );
    expect(await signIn(input, from("192.0.2.1"))).toEqual({ ...recognised, needsCode: true });
  });

  it("answers the same for a known and an unknown address", async () => {
    const { email } = await memberWithPassword();
    const refusal = (input: { email: string }) =>
      signIn({ ...input, password: "wrong" }, from("192.0.2.3")).catch((error: Error) => error);
    const [known, unknown] = [
      await refusal({ email }),
      await refusal({ email: "nobody@example.com" }),
    ];
    expect(known).toMatchObject({ code: "unauthenticated" });
    expect(unknown).toEqual(known);
  });

  it("takes about as long for an unknown address as for a wrong password", async () => {
    const stored = await hashPassword(PASSWORD);
    const times = { known: [] as number[], unknown: [] as number[] };
    // Processor time: it is what a caller would measure on a quiet server, and a busy machine does not change it.
    const time = async (hash: string | null) => {
      const before = process.cpuUsage();
      // Several at once: a single one is near the grain of the clock.
      for (let each = 0; each < 5; each++) await verifyPassword(hash, "wrong");
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await time(null);
    // In turn, so that a noisy machine slows both alike.
    for (let run = 0; run < 15; run++) {
      times.known.push(await time(stored));
      times.unknown.push(await time(null));
    }
    const median = (values: number[]) => values.toSorted((left, right) => left - right)[7] ?? 0;
    const ratio = median(times.unknown) / median(times.known);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
  });

  it("refuses after ten tries from one address, also the right password, and lets another address in", async () => {
    const { email } = await memberWithPassword();
    const guess = () =>
      signIn({ email, password: "wrong" }, from("192.0.2.4")).catch((error: Error) => error);
    for (let tries = 0; tries < 10; tries++)
      expect(await guess()).toMatchObject({ code: "unauthenticated" });
    await expect(signIn({ email, password: PASSWORD }, from("192.0.2.4"))).rejects.toMatchObject({
      code: "too_many_requests",
    });
    await expect(signIn({ email, password: PASSWORD }, from("192.0.2.5"))).resolves.toBeTruthy();
  });
});

describe("a session", () => {
  const open = async () => {
    const member = await memberWithPassword();
    return { member, id: await openSessionOf(member) };
  };

  it("names the workspaces and the role", async () => {
    const { member, id } = await open();
    expect(await resolveSession(id)).toMatchObject([
      {
        accountId: member.accountId,
        membership: { role: "cx_manager", workspace: { slug: member.workspace.slug } },
      },
    ]);
  });

  it("is over at the next request after sign-out", async () => {
    const { id } = await open();
    await withAccounts((tx) => closeSession(tx, id));
    expect(await resolveSession(id)).toEqual([]);
  });

  it("is over after a password change, a disabled account, and when its time is up", async () => {
    for (const change of [
      "UPDATE account SET session_version = session_version + 1 WHERE id = $1",
      "UPDATE account SET disabled_at = now() WHERE id = $1",
    ]) {
      const { member, id } = await open();
      await asOwner((client) => client.query(change, [member.accountId]));
      expect(await resolveSession(id)).toEqual([]);
    }
    const { member } = await open();
    const id = await openSessionOf(member, new Date("2020-01-01"));
    expect(await resolveSession(id)).toEqual([]);
  });

  it("shows a changed role and a removed membership at the next request", async () => {
    const { member, id } = await open();
    const tenantId = member.workspace.id;
    await asOwnerInTenant(tenantId, "UPDATE membership SET role = 'auditor' WHERE id = $1", [
      member.membershipId,
    ]);
    expect(await resolveSession(id)).toMatchObject([{ membership: { role: "auditor" } }]);
    await asOwnerInTenant(tenantId, "UPDATE membership SET deactivated_at = now() WHERE id = $1", [
      member.membershipId,
    ]);
    expect(await resolveSession(id)).toMatchObject([{ membership: null }]);
  });

  it("opened before the last change of a role needs a new sign-in for that workspace", async () => {
    const { member, id } = await open();
    const change =
      "UPDATE membership SET role = 'auditor', access_changed_at = now() WHERE id = $1";
    await asOwnerInTenant(member.workspace.id, change, [member.membershipId]);
    expect(await resolveSession(id)).toMatchObject([{ membership: { needsSignIn: true } }]);
    const next = await openSessionOf(member);
    expect(await resolveSession(next)).toMatchObject([{ membership: { needsSignIn: false } }]);
  });
});
