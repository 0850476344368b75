import "server-only";
import { headers } from "next/headers";
import { recordAccountEvent, withAccounts } from "#lib/db/accounts.ts";
import { openSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { callerAddress } from "#lib/http/caller.ts";
import { SESSION_SECONDS, writeSessionCookie } from "./session-cookie.ts";

/** Sign a person in in this browser: a new session row, and a cookie that names it. Call it from an action or a route. */
export async function openBrowserSession(
  account: { accountId: string; sessionVersion: number },
  now = new Date(),
): Promise<void> {
  const id = newId();
  await openSession({
    id,
    accountId: account.accountId,
    version: account.sessionVersion,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    userAgent: (await headers()).get("user-agent") ?? "",
    callerAddress: await callerAddress(),
  });
  await writeSessionCookie(id);
  await withAccounts((tx) => recordAccountEvent(tx, account.accountId, "account.signed_in"));
}
