import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { env } from "#lib/env.ts";

/** The browser forgets the cookie in time; what is inside is good for longer, whatever this process's clock says. */
const CLOCKS_DIFFER_SECONDS = 7 * 24 * 60 * 60;

/** A cookie beside the session's: what it is for stands inside it, and is part of its key. */
export type EncryptedCookie<S extends z.ZodType<Record<string, unknown>>> = {
  purpose: string;
  /** How long the browser keeps it; what must be over by then carries its own time, by the database's clock */
  seconds: number;
  content: S;
};

/** Put `content` into this browser, encrypted by next-auth and readable for this purpose only. */
export async function writeEncrypted<S extends z.ZodType<Record<string, unknown>>>(
  { purpose, seconds }: EncryptedCookie<S>,
  content: z.output<S>,
): Promise<void> {
  const token = await encode({
    token: { ...content, purpose },
    secret: env().APP_SECRET,
    salt: purpose,
    maxAge: seconds + CLOCKS_DIFFER_SECONDS,
  });
  (await cookies()).set(nameOf(purpose), token, ownCookie(seconds));
}

/** What this browser carries for that purpose; null when there is nothing, it is too old, or it was tampered with. */
export async function readEncrypted<S extends z.ZodType<Record<string, unknown>>>({
  purpose,
  content,
}: EncryptedCookie<S>): Promise<z.output<S> | null> {
  const token = (await cookies()).get(nameOf(purpose))?.value;
  if (!token) return null;
  const decoded = await decode({ token, secret: env().APP_SECRET, salt: purpose }).catch(
    () => null,
  );
  if (decoded?.["purpose"] !== purpose) return null;
  return content.safeParse(decoded).data ?? null;
}

/** Forget it in this browser. */
export async function clearEncrypted({ purpose }: { purpose: string }): Promise<void> {
  (await cookies()).delete(nameOf(purpose));
}

/** How a cookie of ours is set that no script may read. */
export function ownCookie(seconds: number) {
  return {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: seconds,
  } as const;
}

/** Whether people come by https. */
export function isSecure(): boolean {
  return env().APP_URL.startsWith("https:");
}

function nameOf(purpose: string): string {
  return isSecure() ? `__Secure-throughline.${purpose}` : `throughline.${purpose}`;
}
