import "server-only";
import type { SignedIn } from "#lib/auth/types.ts";
import { removeTotp } from "#lib/db/account-proofs.ts";
import { type AccountTx, findAccount } from "#lib/db/accounts.ts";

/** Forget a secret that no code has confirmed; one that counts already stays. */
export async function cancelTwoStep(tx: AccountTx, { accountId }: SignedIn): Promise<void> {
  const account = await findAccount(tx, accountId);
  if (account && !account.isTotpOn) await removeTotp(tx, accountId);
}
