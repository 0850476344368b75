"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "#lib/actions/public-action.ts";
import { readCaller } from "#lib/auth/caller.ts";
import { openBrowserSession } from "#lib/auth/open-browser-session.ts";
import { ownPath } from "#lib/auth/own-path.ts";
import { writePendingSignIn } from "#lib/auth/pending-sign-in.ts";
import { SignIn, signIn } from "#lib/auth/sign-in.ts";
import { env } from "#lib/env.ts";

/** Check the password, then ask for the code or go where the person wanted to; works without JavaScript. */
export const signInAction = publicAction({
  input: SignIn.extend({ to: z.string().default("/") }),
  run: async ({ to, ...input }) => {
    const { needsCode, ...person } = await signIn(input, await readCaller());
    if (needsCode) await writePendingSignIn(person);
    else await openBrowserSession(person);
    return { needsCode, to: ownPath(to, env().APP_URL) };
  },
  after: ({ needsCode, to }) =>
    redirect(needsCode ? `/sign-in/code?to=${encodeURIComponent(to)}` : to),
});
