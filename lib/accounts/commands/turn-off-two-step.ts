import "server-only";
import type { SignedIn } from "#lib/auth/types.ts";
import { removeTotp } from "#lib/db/account-proofs.ts";
import { type AccountTx, recordAccountEvent } from "#lib/db/accounts.ts";
import type { ConfirmByBoth } from "../schema.ts";
import { checkBoth } from "./check-both.ts";

/**
 * From now on a sign-in asks for the password alone; the recovery codes are gone.
 *
 * @throws DomainError `conflict` when it is off already, `invalid_input`, `too_many_requests`
 */
export async function turnOffTwoStep(
  tx: AccountTx,
  person: SignedIn,
  input: ConfirmByBoth & { now?: Date },
): Promise<void> {
  await checkBoth(tx, person, input);
  await removeTotp(tx, person.accountId);
  await recordAccountEvent(tx, person.accountId, "account.totp_off");
}
