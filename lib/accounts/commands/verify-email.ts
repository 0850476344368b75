import "server-only";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import { consumeAccountToken } from "#lib/db/account-proofs.ts";
import { type AccountTx, markEmailVerified, recordAccountEvent } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * Note that the person reads mail at their address.
 *
 * @throws DomainError `not_found` for a link that was used or is too old
 */
export async function verifyEmail(tx: AccountTx, { token }: { token: string }): Promise<void> {
  const accountId = await consumeAccountToken(tx, hashOfToken(token), "verify_email");
  if (!accountId) {
    throw new DomainError("not_found", "This link was used already or is too old.");
  }
  await markEmailVerified(tx, accountId);
  await recordAccountEvent(tx, accountId, "account.email_verified");
}
