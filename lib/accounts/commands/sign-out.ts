import "server-only";
import type { SignedIn } from "#lib/auth/types.ts";
import { type AccountTx, recordAccountEvent, revokeAccountSession } from "#lib/db/accounts.ts";

/** End the session that a person is signed in with; nothing happens when it is over already. */
export async function signOut(tx: AccountTx, { accountId, sessionId }: SignedIn): Promise<void> {
  if (!(await revokeAccountSession(tx, accountId, sessionId))) return;
  await recordAccountEvent(tx, accountId, "account.signed_out");
}
