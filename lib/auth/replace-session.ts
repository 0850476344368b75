import "server-only";
import {
  type Account,
  closeSession,
  findAccount,
  openSession,
  recordAccountEvent,
  withAccounts,
} from "#lib/db/accounts.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { NewSession } from "#lib/db/directory.ts";
import { SESSION_SECONDS } from "./session-cookie.ts";

/** Open a session of 30 days by the database's clock in place of the one that the browser had; the log tells of it in the same transaction, or neither is. */
export function replaceSession(
  before: string | null,
  session: Omit<NewSession, "expiresAt">,
): Promise<Account | null> {
  return withAccounts(async (tx) => {
    if (before) await closeSession(tx, before);
    const endsMs = (await databaseNow(tx)).getTime() + SESSION_SECONDS * 1000;
    await openSession(tx, { ...session, expiresAt: new Date(endsMs) });
    await recordAccountEvent(tx, session.accountId, "account.signed_in");
    return findAccount(tx, session.accountId);
  });
}
