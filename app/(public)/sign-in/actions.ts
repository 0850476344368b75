"use server";

import { redirect } from "next/navigation";
import { ownPath } from "#lib/auth/own-path.ts";
import { writeSessionCookie } from "#lib/auth/session-cookie.ts";
import { SignIn, signIn } from "#lib/auth/sign-in.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors/index.ts";
import { callerAddress } from "#lib/http/caller.ts";

export type SignInState = { message: string; email: string } | null;

/** Sign in and go where the person wanted to; works without JavaScript. */
export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const parsed = SignIn.safeParse({ email: form.get("email"), password: form.get("password") });
  if (!parsed.success)
    return { message: "Enter your e-mail address and your password.", email: "" };
  try {
    await writeSessionCookie(await signIn(parsed.data, await callerAddress()));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { message: error.message, email: parsed.data.email };
  }
  redirect(ownPath(form.get("to"), env().APP_URL));
}
