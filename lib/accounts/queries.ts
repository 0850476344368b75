import "server-only";
import { unseal } from "#lib/auth/seal.ts";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import { totpUri } from "#lib/auth/totp.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { findAccountToken, type TokenPurpose } from "#lib/db/account-proofs.ts";
import {
  type Account,
  type AccountTx,
  findAccount,
  listAccountSessions,
} from "#lib/db/accounts.ts";
import { describeUserAgent } from "./describe-user-agent.ts";
import type { BrowserSession, TwoStepState } from "./types.ts";

/** How a person signs in, and where they are signed in now. */
export async function getSecurity(
  tx: AccountTx,
  person: SignedIn,
): Promise<{ hasPassword: boolean; twoStep: TwoStepState; sessions: BrowserSession[] }> {
  const account = await findAccount(tx, person.accountId);
  const rows = await listAccountSessions(tx, person.accountId);
  const sessions = rows.map(({ id, userAgent, callerAddress, openedAt, seenAt }) => ({
    id,
    ...describeUserAgent(userAgent),
    callerAddress,
    openedAt: openedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    isThisOne: id === person.sessionId,
  }));
  return {
    hasPassword: account?.hasPassword ?? false,
    twoStep: account ? twoStepOf(account) : { kind: "off" },
    sessions,
  };
}

/** Whether a link is still good; asking does not use it up. */
export async function isGoodLink(
  tx: AccountTx,
  token: string,
  purpose: TokenPurpose,
): Promise<boolean> {
  return (await findAccountToken(tx, hashOfToken(token), purpose)) !== null;
}

/** Whose link it is, the address only hinted at; null when the link is over. Asking does not use it up. */
export async function findLinkOwner(
  tx: AccountTx,
  token: string,
  purpose: TokenPurpose,
): Promise<{ accountId: string; hint: string } | null> {
  const accountId = await findAccountToken(tx, hashOfToken(token), purpose);
  const account = accountId && (await findAccount(tx, accountId));
  return account ? { accountId: account.id, hint: hintOf(account.email) } : null;
}

/** Enough for its owner to know an address by, and for nobody to write to: "a…@example.com". */
function hintOf(email: string): string {
  return `${email.slice(0, 1)}…${email.slice(email.lastIndexOf("@"))}`;
}

function twoStepOf({ id, email, totpSecret, isTotpOn, recoveryCodesLeft }: Account): TwoStepState {
  if (isTotpOn) return { kind: "on", recoveryCodesLeft };
  const secret = totpSecret === null ? null : unseal(totpSecret, "totp_secret", id);
  return secret === null
    ? { kind: "off" }
    : { kind: "waiting", secret, uri: totpUri(secret, email) };
}
