import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { isSecure, ownCookie } from "./encrypted-cookie.ts";

/** A session lasts 30 days; the row in the database can end it sooner. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** The row ends a session, by the database's clock; the cookie is good for longer, whatever this process's clock says. */
const TOKEN_SECONDS = SESSION_SECONDS + 7 * 24 * 60 * 60;

const Token = z.object({ sid: z.uuid() });

/** Put the id of an open session into the browser, encrypted by next-auth. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({
    token: { sid: sessionId },
    secret: env().APP_SECRET,
    maxAge: TOKEN_SECONDS,
  });
  (await cookies()).set(cookieName(), token, ownCookie(SESSION_SECONDS));
}

/** The session id this browser carries, or null when there is none or it was tampered with. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(cookieName())?.value;
  if (!token) return null;
  const decoded = await decode({ token, secret: env().APP_SECRET }).catch(() => null);
  const parsed = Token.safeParse(decoded);
  return parsed.success ? parsed.data.sid : null;
}

/** Forget the session in this browser. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(cookieName());
}

function cookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}
