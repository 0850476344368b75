import "server-only";
import type { SignedIn } from "#lib/auth/types.ts";
import { type AccountTx, recordAccountEvent, revokeAccountSession } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * End a session of one's own: it is refused from the next request on.
 *
 * @throws DomainError `not_found` for a session that is over or somebody else's
 */
export async function endSession(
  tx: AccountTx,
  { accountId }: SignedIn,
  { sessionId }: { sessionId: string },
): Promise<void> {
  if (!(await revokeAccountSession(tx, accountId, sessionId))) {
    throw new DomainError("not_found", "This session is over already.");
  }
  await recordAccountEvent(tx, accountId, "account.sessions_ended");
}
