import "server-only";
import { countUse, type Limit, returnUse } from "#lib/auth/rate-limit.ts";
import { unseal } from "#lib/auth/seal.ts";
import { stepOfCode } from "#lib/auth/totp.ts";
import { consumeTotpStep } from "#lib/db/account-proofs.ts";
import type { AccountTx } from "#lib/db/accounts.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { DomainError } from "#lib/errors/index.ts";

const WRONG = "This code is not right, or it was used already. Wait for the next one.";

/** Whose code, and the known browser it comes from: such a browser has tries of its own. */
export type CodeOwner = { accountId: string; totpSecret: string | null; deviceId: string | null };

/**
 * Accept a code of an authenticator: of this 30-second step or one beside it, each step once.
 *
 * @throws DomainError `invalid_input` for a wrong or used code, `too_many_requests` after ten, or fifty in a day
 */
export async function checkCode(
  tx: AccountTx,
  owner: CodeOwner,
  given: { code: string; now?: Date },
): Promise<void> {
  await countCodeTry(owner);
  const { accountId, totpSecret } = owner;
  const secret = totpSecret === null ? null : unseal(totpSecret, "totp_secret", accountId);
  const step =
    secret === null ? null : stepOfCode(secret, given.code, given.now ?? (await databaseNow(tx)));
  if (step === null || !(await consumeTotpStep(tx, accountId, step))) {
    throw new DomainError("invalid_input", WRONG, { fields: { code: [WRONG] } });
  }
  await returnCodeTry(owner);
}

/**
 * Count a try at the second step, whatever is tried: codes or recovery codes.
 *
 * @throws DomainError `too_many_requests`
 */
export async function countCodeTry(owner: CodeOwner): Promise<void> {
  for (const [limit, key] of countersOf(owner)) await countUse(limit, key);
}

/** The try was right: it was no guess. */
export async function returnCodeTry(owner: CodeOwner): Promise<void> {
  for (const [limit, key] of countersOf(owner)) await returnUse(limit, key);
}

function countersOf({ accountId, deviceId }: CodeOwner): readonly (readonly [Limit, string])[] {
  if (deviceId === null) {
    return [
      ["code_account", accountId],
      ["code_account_day", accountId],
    ];
  }
  const key = `${accountId}|${deviceId}`;
  return [
    ["code_device", key],
    ["code_device_day", key],
  ];
}
