import "server-only";
import { checkPassword } from "#lib/auth/check-password.ts";
import { hashPassword } from "#lib/auth/password.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { type AccountTx, recordAccountEvent, setPassword } from "#lib/db/accounts.ts";
import type { ChangePassword } from "../schema.ts";
import { tellPasswordChanged } from "./tell-password-changed.ts";

/**
 * Set a new password. This browser stays signed in, every other session ends.
 *
 * @throws DomainError `conflict` without a password, `invalid_input` for a wrong present one, `too_many_requests`
 */
export async function changePassword(
  tx: AccountTx,
  person: SignedIn,
  { presentPassword, newPassword }: ChangePassword,
): Promise<void> {
  await checkPassword(person, presentPassword);
  const { accountId, sessionId } = person;
  await setPassword(tx, accountId, await hashPassword(newPassword), sessionId);
  await recordAccountEvent(tx, accountId, "account.password_changed");
  await tellPasswordChanged(tx, accountId);
}
