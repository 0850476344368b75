import "server-only";
import { signOut } from "#lib/accounts/index.ts";
import { findSignedIn } from "#lib/auth/session.ts";
import { clearSessionCookie } from "#lib/auth/session-cookie.ts";
import { withAccounts } from "#lib/db/accounts.ts";

/** Sign out whoever is signed in in this browser. Call it from an action. */
export async function endBrowserSession(): Promise<void> {
  const person = await findSignedIn();
  if (person) await withAccounts((tx) => signOut(tx, person));
  await clearSessionCookie();
}
