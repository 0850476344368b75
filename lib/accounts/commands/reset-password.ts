import "server-only";
import { hashPassword } from "#lib/auth/password.ts";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import { consumeAccountToken } from "#lib/db/account-proofs.ts";
import {
  type AccountTx,
  clearUnverifiedAccount,
  confirmEmail,
  findAccount,
  recordAccountEvent,
  setPassword,
} from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ResetPassword } from "../schema.ts";
import { tellPasswordChanged } from "./tell-password-changed.ts";

/**
 * Set the password that the holder of a link chose. Every session of the account ends. The link shows whose mailbox it
 * is: the address is verified, and where it was not before, second step and providers were somebody else's and go. The
 * second step of a verified account stays.
 *
 * @throws DomainError `not_found` for a link that was used or is too old
 */
export async function resetPassword(tx: AccountTx, input: ResetPassword): Promise<void> {
  const { token, password } = input;
  const accountId = await consumeAccountToken(tx, hashOfToken(token), "reset_password");
  if (!accountId) {
    throw new DomainError(
      "not_found",
      "This link was used already or is too old. Ask for a new one.",
    );
  }
  const account = await findAccount(tx, accountId);
  const isCleared = await clearUnverifiedAccount(tx, accountId);
  await setPassword(tx, accountId, await hashPassword(password), null);
  await recordAccountEvent(tx, accountId, "account.password_reset");
  if (isCleared && account?.isTotpOn) await recordAccountEvent(tx, accountId, "account.totp_off");
  await confirmEmail(tx, accountId);
  await tellPasswordChanged(tx, accountId);
}
