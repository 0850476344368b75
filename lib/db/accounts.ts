import "server-only";
import type { Preferences } from "#lib/auth/types.ts";
import { prisma, type Transaction } from "./client.ts";
import { type NewSession, type PreferenceColumns, toPreferences } from "./directory.ts";
import { tenantScope } from "./tenant-scope.ts";

declare const ofAccounts: unique symbol;

/** A transaction on people, before or beside any workspace: what `lib/db` makes of the definer functions answers in it. */
export type AccountTx = Transaction & { readonly [ofAccounts]: true };

/** Run `work` on people in one transaction. It has no workspace: a tenant table raises an error in it. */
export function withAccounts<T>(work: (tx: AccountTx) => Promise<T>): Promise<T> {
  if (tenantScope.getStore()) throw new Error("withTenant is already open: pass tx down");
  return prisma().$transaction((tx) => work(tx as AccountTx), { timeout: 5_000, maxWait: 10_000 });
}

/** A person as their own profile shows them. `totpSecret` is encrypted and may wait for its first code. */
export type Account = {
  id: string;
  email: string;
  name: string;
  hasPassword: boolean;
  isEmailVerified: boolean;
  totpSecret: string | null;
  isTotpOn: boolean;
  recoveryCodesLeft: number;
  preferences: Preferences;
};

/** The active account of that id, or null. */
export async function findAccount(tx: AccountTx, id: string): Promise<Account | null> {
  const [row] = await tx.$queryRaw<AccountColumns[]>`SELECT * FROM get_account(${id}::uuid)`;
  if (!row) return null;
  return {
    id,
    email: row.email,
    name: row.account_name,
    hasPassword: row.has_password,
    isEmailVerified: row.email_verified_at !== null,
    totpSecret: row.totp_secret,
    isTotpOn: row.totp_confirmed_at !== null,
    recoveryCodesLeft: row.recovery_codes_left,
    preferences: toPreferences(row),
  };
}

export type NewAccount = {
  id: string;
  email: string;
  name: string;
  /** null for somebody who signs in at a provider */
  passwordHash: string | null;
  isEmailVerified: boolean;
};

/** Whether the account was made; false when the address has one already. */
export async function createAccount(tx: AccountTx, made: NewAccount): Promise<boolean> {
  return isTrue(
    await tx.$queryRaw<Answer[]>`
      SELECT create_account(${made.id}::uuid, ${made.email}, ${made.name}, ${made.passwordHash}, ${made.isEmailVerified}) AS answer`,
  );
}

export type NewWorkspace = {
  id: string;
  slug: string;
  name: string;
  currency: string;
  timeZone: string;
  locale: string;
  membershipId: string;
  ownerAccountId: string;
};

/** Whether the workspace was made, with its first owner; false when the slug is taken. */
export async function createWorkspace(tx: AccountTx, made: NewWorkspace): Promise<boolean> {
  return isTrue(
    await tx.$queryRaw<Answer[]>`
      SELECT create_workspace(${made.id}::uuid, ${made.slug}, ${made.name}, ${made.currency}, ${made.timeZone}, ${made.locale},
        ${made.membershipId}::uuid, ${made.ownerAccountId}::uuid) AS answer`,
  );
}

/** Write the name and the preferences of a person. */
export async function setProfile(
  tx: AccountTx,
  id: string,
  profile: Preferences & { name: string },
): Promise<void> {
  await tx.$queryRaw`
    SELECT set_profile(${id}::uuid, ${profile.name}, ${profile.locale}, ${profile.timeZone}, ${profile.theme}, ${profile.density},
      ${profile.hasSingleKeys})::text`;
}

/** Write the theme alone, as the switch in the top bar does. */
export async function setTheme(tx: AccountTx, id: string, theme: string): Promise<void> {
  await tx.$queryRaw`SELECT set_theme(${id}::uuid, ${theme})::text`;
}

/** Write a new password hash and end every session but `keptSessionId`. */
export async function setPassword(
  tx: AccountTx,
  id: string,
  passwordHash: string,
  keptSessionId: string | null,
): Promise<void> {
  await tx.$queryRaw`SELECT set_password(${id}::uuid, ${passwordHash}, ${keptSessionId}::uuid)::text`;
}

/** Note that the person reads mail at their address, in the log too; nothing happens when that is known. */
export async function confirmEmail(tx: AccountTx, id: string): Promise<void> {
  const isNew = isTrue(
    await tx.$queryRaw<Answer[]>`SELECT mark_email_verified(${id}::uuid) AS answer`,
  );
  if (isNew) await recordAccountEvent(tx, id, "account.email_verified");
}

/**
 * Take away what lets somebody in who never showed that the address is theirs: password, second step, providers, links
 * and sessions. Whether anything was done: an account with a verified address is left alone.
 */
export async function clearUnverifiedAccount(tx: AccountTx, id: string): Promise<boolean> {
  return isTrue(
    await tx.$queryRaw<Answer[]>`SELECT clear_unverified_account(${id}::uuid) AS answer`,
  );
}

/** Write `action` into the audit log of every workspace the person belongs to. */
export async function recordAccountEvent(
  tx: AccountTx,
  id: string,
  action: `account.${string}`,
): Promise<void> {
  await tx.$queryRaw`SELECT record_account_event(${id}::uuid, ${action})::text`;
}

export type AccountSessionRow = {
  id: string;
  userAgent: string;
  callerAddress: string;
  openedAt: Date;
  seenAt: Date;
};

/** The browsers a person is signed in with, the last used first. */
export async function listAccountSessions(
  tx: AccountTx,
  accountId: string,
): Promise<AccountSessionRow[]> {
  const rows = await tx.$queryRaw<SessionColumns[]>`
    SELECT * FROM list_account_sessions(${accountId}::uuid)`;
  return rows.map((row) => ({
    id: row.session_id,
    userAgent: row.user_agent,
    callerAddress: row.caller_address,
    openedAt: row.created_at,
    seenAt: row.seen_at,
  }));
}

/** Whether the session was ended; false for one of somebody else. */
export async function revokeAccountSession(
  tx: AccountTx,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  return isTrue(
    await tx.$queryRaw<Answer[]>`
      SELECT revoke_account_session(${accountId}::uuid, ${sessionId}::uuid) AS answer`,
  );
}

/** Write a session, open from now on. */
export async function openSession(tx: AccountTx, session: NewSession): Promise<void> {
  await tx.$queryRaw`
    SELECT open_session(${session.id}::uuid, ${session.accountId}::uuid, ${session.version}::int, ${session.expiresAt}::timestamptz,
      ${session.userAgent}, ${session.callerAddress})::text`;
}

/** End a session, whoever it belongs to; it is refused from the next request on. */
export async function closeSession(tx: AccountTx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT close_session(${id}::uuid)::text`;
}

/** End every session of a person but one; returns how many. */
export async function revokeOtherSessions(
  tx: AccountTx,
  accountId: string,
  keptSessionId: string | null,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ ended: number }[]>`
    SELECT revoke_other_sessions(${accountId}::uuid, ${keptSessionId}::uuid) AS ended`;
  return row?.ended ?? 0;
}

type Answer = { answer: boolean };

function isTrue(rows: readonly Answer[]): boolean {
  return rows[0]?.answer === true;
}

type AccountColumns = PreferenceColumns & {
  email: string;
  account_name: string;
  has_password: boolean;
  email_verified_at: Date | null;
  totp_secret: string | null;
  totp_confirmed_at: Date | null;
  recovery_codes_left: number;
};

type SessionColumns = {
  session_id: string;
  user_agent: string;
  caller_address: string;
  created_at: Date;
  seen_at: Date;
};
