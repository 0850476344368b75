import { hashPassword } from "#lib/auth/password.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { openSession, withAccounts } from "#lib/db/accounts.ts";
import { findCredentials } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { asOwner } from "./owner.ts";
import { makeTenant, type TestTenant } from "./tenant.ts";

export const PASSWORD = "a long and quiet afternoon";

/** A CX manager with a password, in a workspace of a test's own. */
export type TestMember = TestTenant & {
  accountId: string;
  membershipId: string;
  email: string;
  name: string;
};

/** Make a workspace and let its CX manager sign in with PASSWORD. */
export async function memberWithPassword(): Promise<TestMember> {
  const tenant = await makeTenant();
  const { actor } = tenant.sessionAs("cx_manager");
  if (actor.kind !== "member") throw new Error("A role is held by a member.");
  const passwordHash = await hashPassword(PASSWORD);
  await asOwner((client) =>
    client.query("UPDATE account SET password_hash = $2 WHERE id = $1", [
      actor.accountId,
      passwordHash,
    ]),
  );
  const { accountId, membershipId, email, name } = actor;
  return { ...tenant, accountId, membershipId, email, name };
}

/** Open a session as a sign-in does; returns its id. */
export async function openSessionOf(
  { email }: { email: string },
  expiresAt = new Date(Date.now() + 60_000),
): Promise<string> {
  const credentials = await findCredentials(email);
  if (!credentials) throw new Error(`${email} has no account.`);
  const { accountId, sessionVersion: version } = credentials;
  const id = newId();
  const from = { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", callerAddress: "::1" };
  await withAccounts((tx) => openSession(tx, { id, accountId, version, expiresAt, ...from }));
  return id;
}

/** The member signed in, as own-account commands take them. */
export async function signedInAs(member: TestMember): Promise<SignedIn> {
  const { accountId, email, name, workspace } = member;
  return {
    sessionId: await openSessionOf(member),
    accountId,
    email,
    name,
    isEmailVerified: false,
    preferences: {
      locale: null,
      timeZone: null,
      theme: "system",
      density: "comfortable",
      hasSingleKeys: true,
    },
    workspaces: [{ slug: workspace.slug, name: workspace.name }],
  };
}
