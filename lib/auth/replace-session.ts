import "server-only";
import {
  type Account,
  closeSession,
  findAccount,
  openSession,
  recordAccountEvent,
  withAccounts,
} from "#lib/db/accounts.ts";
import type { NewSession } from "#lib/db/directory.ts";

/** Open a session in place of the one that the browser had; the log tells of it in the same transaction, or neither is. */
export function replaceSession(
  before: string | null,
  session: NewSession,
): Promise<Account | null> {
  return withAccounts(async (tx) => {
    if (before) await closeSession(tx, before);
    await openSession(tx, session);
    await recordAccountEvent(tx, session.accountId, "account.signed_in");
    return findAccount(tx, session.accountId);
  });
}
