import "server-only";
import { hashOfRecoveryCode, newRecoveryCodes } from "#lib/auth/recovery-codes.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { replaceRecoveryCodes } from "#lib/db/account-proofs.ts";
import { type AccountTx, recordAccountEvent } from "#lib/db/accounts.ts";
import type { ConfirmByBoth } from "../schema.ts";
import { checkBoth } from "./check-both.ts";

/**
 * Ten new recovery codes, to be shown once; the former ones are worth nothing.
 *
 * @throws DomainError `conflict` when two-step sign-in is off, `invalid_input`, `too_many_requests`
 */
export async function renewRecoveryCodes(
  tx: AccountTx,
  person: SignedIn,
  input: ConfirmByBoth & { now?: Date },
): Promise<{ recoveryCodes: string[] }> {
  await checkBoth(tx, person, input);
  const recoveryCodes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, person.accountId, recoveryCodes.map(hashOfRecoveryCode));
  await recordAccountEvent(tx, person.accountId, "account.recovery_codes_replaced");
  return { recoveryCodes };
}
