import "server-only";
import { hashOfRecoveryCode } from "#lib/auth/recovery-codes.ts";
import { consumeRecoveryCode } from "#lib/db/account-proofs.ts";
import { type AccountTx, recordAccountEvent } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import { type CodeOwner, countCodeTry, returnCodeTry } from "./check-code.ts";

const WRONG = "This recovery code is not right, or it was used already.";

/**
 * Accept a recovery code, each once. `field` is where the form asked for it.
 *
 * @throws DomainError `invalid_input` for a wrong or used code, `too_many_requests` after ten, or fifty in a day
 */
export async function checkRecoveryCode(
  tx: AccountTx,
  owner: CodeOwner,
  recoveryCode: string,
  field = "recoveryCode",
): Promise<void> {
  await countCodeTry(owner);
  if (!(await consumeRecoveryCode(tx, owner.accountId, hashOfRecoveryCode(recoveryCode)))) {
    throw new DomainError("invalid_input", WRONG, { fields: { [field]: [WRONG] } });
  }
  await returnCodeTry(owner);
  await recordAccountEvent(tx, owner.accountId, "account.recovery_code_used");
}
