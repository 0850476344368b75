"use server";

import { redirect } from "next/navigation";
import { endBrowserSession } from "#lib/actions/end-browser-session.ts";

/** End the session in the database and forget it in this browser. */
export async function signOutAction(): Promise<void> {
  await endBrowserSession();
  redirect("/sign-in");
}
