import "server-only";
import { checkPassword } from "#lib/auth/check-password.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { type AccountTx, findAccount } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import { type ConfirmByBoth, isAppCode } from "../schema.ts";
import { checkCode } from "./check-code.ts";
import { checkRecoveryCode } from "./check-recovery-code.ts";

/**
 * Ask a signed-in person for the password and a code, of the app or a recovery code, before what weakens the sign-in.
 *
 * @throws DomainError `conflict` when the second step is off or there is no password, `invalid_input`, `too_many_requests`
 */
export async function checkBoth(
  tx: AccountTx,
  person: SignedIn,
  { presentPassword, ...given }: ConfirmByBoth & { now?: Date },
): Promise<void> {
  const { accountId } = person;
  const account = await findAccount(tx, accountId);
  if (!account?.isTotpOn) {
    throw new DomainError("conflict", "Two-step sign-in is off. Load the page again.");
  }
  await checkPassword(person, presentPassword);
  const owner = { accountId, totpSecret: account.totpSecret, deviceId: null };
  if (isAppCode(given.code)) await checkCode(tx, owner, given);
  else await checkRecoveryCode(tx, owner, given.code, "code");
}
