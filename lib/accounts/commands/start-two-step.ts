import "server-only";
import { seal } from "#lib/auth/seal.ts";
import { newTotpSecret } from "#lib/auth/totp.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { startTotp } from "#lib/db/account-proofs.ts";
import type { AccountTx } from "#lib/db/accounts.ts";

/** Make a secret for an authenticator. It counts once a first code confirms it, so nothing is recorded yet. */
export async function startTwoStep(tx: AccountTx, { accountId }: SignedIn): Promise<void> {
  await startTotp(tx, accountId, seal(newTotpSecret(), "totp_secret", accountId));
}
