import "server-only";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { consumeAccountToken, findAccountToken } from "#lib/db/account-proofs.ts";
import { type AccountTx, confirmEmail } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * Note that the person signed in reads mail at their address. The link alone is not enough: who reads the mail would
 * vouch for whoever else made the account.
 *
 * @throws DomainError `not_found` for a link that was used or is too old, `forbidden` for one of another account
 */
export async function verifyEmail(
  tx: AccountTx,
  { accountId }: SignedIn,
  { token }: { token: string },
): Promise<void> {
  const sha256 = hashOfToken(token);
  const owner = await findAccountToken(tx, sha256, "verify_email");
  if (owner !== null && owner !== accountId) {
    throw new DomainError("forbidden", "This link is for another account. Sign in to that one.");
  }
  if (!(await consumeAccountToken(tx, sha256, "verify_email"))) {
    throw new DomainError("not_found", "This link was used already or is too old.");
  }
  await confirmEmail(tx, accountId);
}
