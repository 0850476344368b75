import "server-only";
import { countUse, returnUse } from "#lib/auth/rate-limit.ts";
import { hashOfRecoveryCode } from "#lib/auth/recovery-codes.ts";
import { consumeRecoveryCode } from "#lib/db/account-proofs.ts";
import { type AccountTx, recordAccountEvent } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import { type CodeOwner, codeCounter } from "./check-code.ts";

const WRONG = "This recovery code is not right, or it was used already.";

/**
 * Accept a recovery code, each once.
 *
 * @throws DomainError `invalid_input` for a wrong or used code, `too_many_requests` after ten
 */
export async function checkRecoveryCode(
  tx: AccountTx,
  owner: CodeOwner,
  recoveryCode: string,
): Promise<void> {
  const counter = codeCounter(owner);
  await countUse(...counter);
  if (!(await consumeRecoveryCode(tx, owner.accountId, hashOfRecoveryCode(recoveryCode)))) {
    throw new DomainError("invalid_input", WRONG, { fields: { recoveryCode: [WRONG] } });
  }
  await returnUse(...counter);
  await recordAccountEvent(tx, owner.accountId, "account.recovery_code_used");
}
