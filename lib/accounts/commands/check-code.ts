import "server-only";
import { countUse, type Limit, returnUse } from "#lib/auth/rate-limit.ts";
import { unseal } from "#lib/auth/seal.ts";
import { stepOfCode } from "#lib/auth/totp.ts";
import { consumeTotpStep } from "#lib/db/account-proofs.ts";
import type { AccountTx } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";

const WRONG = "This code is not right, or it was used already. Wait for the next one.";

/** Whose code, and the known browser it comes from: such a browser has tries of its own. */
export type CodeOwner = { accountId: string; totpSecret: string | null; deviceId: string | null };

/**
 * Accept a code of an authenticator: of this 30-second step or one beside it, each step once.
 *
 * @throws DomainError `invalid_input` for a wrong or used code, `too_many_requests` after ten
 */
export async function checkCode(
  tx: AccountTx,
  owner: CodeOwner,
  given: { code: string; now?: Date },
): Promise<void> {
  const counter = codeCounter(owner);
  await countUse(...counter);
  const { accountId, totpSecret } = owner;
  const secret = totpSecret === null ? null : unseal(totpSecret, "totp_secret", accountId);
  const step = secret === null ? null : stepOfCode(secret, given.code, given.now ?? new Date());
  if (step === null || !(await consumeTotpStep(tx, accountId, step))) {
    throw new DomainError("invalid_input", WRONG, { fields: { code: [WRONG] } });
  }
  await returnUse(...counter);
}

/** The counter of tries at the second step: whatever is tried, codes or recovery codes. */
export function codeCounter({ accountId, deviceId }: CodeOwner): [Limit, string] {
  return deviceId === null
    ? ["code_account", accountId]
    : ["code_device", `${accountId}|${deviceId}`];
}
