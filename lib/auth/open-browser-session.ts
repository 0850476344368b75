import "server-only";
import { headers } from "next/headers";
import { findAccount, recordAccountEvent, withAccounts } from "#lib/db/accounts.ts";
import { closeSession, openSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { fullCallerAddress } from "#lib/http/caller.ts";
import { rememberDevice } from "./known-devices.ts";
import { followLook } from "./look.ts";
import { clearPendingSignIn } from "./pending-sign-in.ts";
import { readSessionCookie, SESSION_SECONDS, writeSessionCookie } from "./session-cookie.ts";

/**
 * Sign a person in in this browser: a new session row, and a cookie that names it. A session that this browser had is
 * over. Call it from an action or a route, and only for somebody who has proved all that is asked of them.
 */
export async function openBrowserSession(
  account: { accountId: string; sessionVersion: number },
  now = new Date(),
): Promise<void> {
  const before = await readSessionCookie();
  if (before) await closeSession(before);
  const id = newId();
  await openSession({
    id,
    accountId: account.accountId,
    version: account.sessionVersion,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    userAgent: (await headers()).get("user-agent") ?? "",
    callerAddress: await fullCallerAddress(),
  });
  await writeSessionCookie(id);
  await clearPendingSignIn();
  await rememberDevice(account.accountId);
  await welcome(account.accountId);
}

async function welcome(accountId: string): Promise<void> {
  const account = await withAccounts(async (tx) => {
    await recordAccountEvent(tx, accountId, "account.signed_in");
    return findAccount(tx, accountId);
  });
  if (account) await followLook(account.preferences);
}
