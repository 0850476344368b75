import "server-only";
import { newSecretToken } from "#lib/auth/secret-token.ts";
import { makeAccountToken } from "#lib/db/account-proofs.ts";
import { type AccountTx, findAccount } from "#lib/db/accounts.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { findCredentials } from "#lib/db/directory.ts";
import { env } from "#lib/env.ts";
import { postLetter } from "#lib/mail/index.ts";
import { resetLetter } from "../letters.ts";

const GOOD_FOR_MS = 60 * 60 * 1000;

/** Send a link for a new password: good once, for an hour. Nothing happens for an address without an account. */
export async function askPasswordReset(
  tx: AccountTx,
  { email }: { email: string },
  now?: Date,
): Promise<void> {
  const credentials = await findCredentials(email);
  const account = credentials && (await findAccount(tx, credentials.accountId));
  if (!account) return;
  const { token, sha256 } = newSecretToken();
  const expiresAt = new Date((now ?? (await databaseNow(tx))).getTime() + GOOD_FOR_MS);
  const made = { sha256, purpose: "reset_password", accountId: account.id, expiresAt } as const;
  await makeAccountToken(tx, made);
  const href = `${env().APP_URL}/reset-password/${token}`;
  await postLetter(tx, account.email, resetLetter(account.name, href));
}
