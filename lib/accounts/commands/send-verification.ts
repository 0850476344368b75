import "server-only";
import { newSecretToken } from "#lib/auth/secret-token.ts";
import { makeAccountToken } from "#lib/db/account-proofs.ts";
import type { AccountTx } from "#lib/db/accounts.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { env } from "#lib/env.ts";
import { postLetter } from "#lib/mail/index.ts";
import { verificationLetter } from "../letters.ts";

const GOOD_FOR_MS = 7 * 24 * 60 * 60 * 1000;

type Person = { accountId: string; email: string; name: string };

/** Ask by mail whether the address is right: a link good once, for seven days. */
export async function sendVerification(
  tx: AccountTx,
  { accountId, email, name }: Person,
  now?: Date,
): Promise<void> {
  const { token, sha256 } = newSecretToken();
  const expiresAt = new Date((now ?? (await databaseNow(tx))).getTime() + GOOD_FOR_MS);
  await makeAccountToken(tx, { sha256, purpose: "verify_email", accountId, expiresAt });
  const href = `${env().APP_URL}/verify-email/${token}`;
  await postLetter(tx, email, verificationLetter(name, href));
}
