import "server-only";
import type { SignedIn } from "#lib/auth/types.ts";
import { type AccountTx, recordAccountEvent, revokeOtherSessions } from "#lib/db/accounts.ts";

/** End every session of one's own but this one; returns how many. */
export async function endOtherSessions(
  tx: AccountTx,
  { accountId, sessionId }: SignedIn,
): Promise<{ ended: number }> {
  const ended = await revokeOtherSessions(tx, accountId, sessionId);
  if (ended > 0) await recordAccountEvent(tx, accountId, "account.sessions_ended");
  return { ended };
}
