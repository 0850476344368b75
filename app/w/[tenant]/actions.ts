"use server";

import { redirect } from "next/navigation";
import { clearSessionCookie, readSessionCookie } from "#lib/auth/session-cookie.ts";
import { closeSession } from "#lib/db/directory.ts";

/** End the session in the database and forget it in this browser. */
export async function signOutAction(): Promise<void> {
  const id = await readSessionCookie();
  if (id) await closeSession(id);
  await clearSessionCookie();
  redirect("/sign-in");
}
