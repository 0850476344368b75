import "server-only";
import { headers } from "next/headers";
import { newId } from "#lib/db/new-ids.ts";
import { fullCallerAddress } from "#lib/http/caller.ts";
import { rememberDevice } from "./known-devices.ts";
import { followLook } from "./look.ts";
import { clearPendingSignIn } from "./pending-sign-in.ts";
import { replaceSession } from "./replace-session.ts";
import { readSessionCookie, writeSessionCookie } from "./session-cookie.ts";

/**
 * Sign a person in in this browser: a new session row, and a cookie that names it. A session that this browser had is
 * over. Call it from an action or a route, and only for somebody who has proved all that is asked of them.
 */
export async function openBrowserSession(account: {
  accountId: string;
  sessionVersion: number;
}): Promise<void> {
  const id = newId();
  const opened = await replaceSession(await readSessionCookie(), {
    id,
    accountId: account.accountId,
    version: account.sessionVersion,
    userAgent: (await headers()).get("user-agent") ?? "",
    callerAddress: await fullCallerAddress(),
  });
  await writeSessionCookie(id);
  await clearPendingSignIn();
  await rememberDevice(account.accountId);
  if (opened) await followLook(opened.preferences);
}
