import "server-only";
import { hashOfRecoveryCode, newRecoveryCodes } from "#lib/auth/recovery-codes.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { confirmTotp, replaceRecoveryCodes } from "#lib/db/account-proofs.ts";
import { type AccountTx, findAccount, recordAccountEvent } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import { checkCode } from "./check-code.ts";
import { endOtherSessions } from "./end-other-sessions.ts";

/**
 * From now on a sign-in asks for a code, and the sessions that began without one end, but this one. Returns ten recovery codes, to be shown once.
 *
 * @throws DomainError `conflict` when nothing waits to be confirmed, `invalid_input`, `too_many_requests`
 */
export async function confirmTwoStep(
  tx: AccountTx,
  person: SignedIn,
  given: { code: string; now?: Date },
): Promise<{ recoveryCodes: string[] }> {
  const { accountId } = person;
  const account = await findAccount(tx, accountId);
  if (!account?.totpSecret || account.isTotpOn) {
    throw new DomainError("conflict", "There is nothing to confirm. Load the page again.");
  }
  const owner = { accountId, totpSecret: account.totpSecret, deviceId: null };
  await checkCode(tx, owner, given);
  await confirmTotp(tx, accountId);
  const recoveryCodes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, accountId, recoveryCodes.map(hashOfRecoveryCode));
  await recordAccountEvent(tx, accountId, "account.totp_on");
  await endOtherSessions(tx, person);
  return { recoveryCodes };
}
