import "server-only";
import type { AccountTx } from "./accounts.ts";

/** What proves who a person is: links by mail, codes of an authenticator, recovery codes, OpenID providers. */

export type TokenPurpose = "verify_email" | "reset_password";

export type NewToken = {
  sha256: string;
  purpose: TokenPurpose;
  accountId: string;
  expiresAt: Date;
};

/** Remember the hash of a link that is good once. */
export async function makeAccountToken(tx: AccountTx, token: NewToken): Promise<void> {
  await tx.$queryRaw`
    SELECT make_account_token(${token.sha256}, ${token.purpose}, ${token.accountId}::uuid, ${token.expiresAt}::timestamptz)::text`;
}

/** The account a link is good for, or null; asking does not use it up. */
export async function findAccountToken(
  tx: AccountTx,
  sha256: string,
  purpose: TokenPurpose,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ account: string | null }[]>`
    SELECT find_account_token(${sha256}, ${purpose}) AS account`;
  return row?.account ?? null;
}

/** The account a link is good for, or null; it and all others of its purpose are used up. */
export async function consumeAccountToken(
  tx: AccountTx,
  sha256: string,
  purpose: TokenPurpose,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ account: string | null }[]>`
    SELECT use_account_token(${sha256}, ${purpose}) AS account`;
  return row?.account ?? null;
}

/** Keep a new secret, which counts once a first code confirms it. */
export async function startTotp(tx: AccountTx, accountId: string, secret: string): Promise<void> {
  await tx.$queryRaw`SELECT start_totp(${accountId}::uuid, ${secret})::text`;
}

/** From now on a sign-in asks for a code. */
export async function confirmTotp(tx: AccountTx, accountId: string): Promise<void> {
  await tx.$queryRaw`SELECT confirm_totp(${accountId}::uuid)::text`;
}

/** Forget the secret and the recovery codes. */
export async function removeTotp(tx: AccountTx, accountId: string): Promise<void> {
  await tx.$queryRaw`SELECT remove_totp(${accountId}::uuid)::text`;
}

/** Whether the code of that 30-second step is accepted: true once, and never for an earlier step. */
export async function consumeTotpStep(
  tx: AccountTx,
  accountId: string,
  step: number,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ answer: boolean }[]>`
    SELECT use_totp_step(${accountId}::uuid, ${step}::bigint) AS answer`;
  return row?.answer === true;
}

/** Replace the recovery codes; their hashes are stored. */
export async function replaceRecoveryCodes(
  tx: AccountTx,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  await tx.$queryRaw`SELECT replace_recovery_codes(${accountId}::uuid, ${[...hashes]}::text[])::text`;
}

/** Whether a recovery code is accepted: each once. */
export async function consumeRecoveryCode(
  tx: AccountTx,
  accountId: string,
  sha256: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ answer: boolean }[]>`
    SELECT use_recovery_code(${accountId}::uuid, ${sha256}) AS answer`;
  return row?.answer === true;
}

/** Who a person at an OpenID provider is here. */
export type Identity = { accountId: string; sessionVersion: number; isDisabled: boolean };

/** Who a person at an OpenID provider is here, or null. */
export async function findIdentity(
  tx: AccountTx,
  issuer: string,
  subject: string,
): Promise<Identity | null> {
  const [row] = await tx.$queryRaw<IdentityColumns[]>`
    SELECT * FROM find_identity(${issuer}, ${subject})`;
  if (!row) return null;
  const { account_id: accountId, session_version: sessionVersion, is_disabled: isDisabled } = row;
  return { accountId, sessionVersion, isDisabled };
}

/** Remember who a person at an OpenID provider is here. */
export async function linkIdentity(
  tx: AccountTx,
  identity: { issuer: string; subject: string; accountId: string },
): Promise<void> {
  await tx.$queryRaw`
    SELECT link_identity(${identity.issuer}, ${identity.subject}, ${identity.accountId}::uuid)::text`;
}

type IdentityColumns = { account_id: string; session_version: number; is_disabled: boolean };
