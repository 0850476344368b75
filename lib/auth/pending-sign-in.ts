import "server-only";
import { z } from "zod";
import { clearEncrypted, readEncrypted, writeEncrypted } from "./encrypted-cookie.ts";

const PendingSignIn = z.object({
  accountId: z.uuid(),
  email: z.string(),
  sessionVersion: z.number().int(),
});
/** Somebody who gave the right password and owes a code. Worthless after a password change: its version is over. */
export type PendingSignIn = z.infer<typeof PendingSignIn>;

const COOKIE = { purpose: "second_factor", seconds: 10 * 60, content: PendingSignIn };

/** Remember for ten minutes that this browser gave the right password. */
export function writePendingSignIn(pending: PendingSignIn): Promise<void> {
  return writeEncrypted(COOKIE, pending);
}

/** Who gave the right password in this browser, at most ten minutes ago; null when nobody did. */
export function readPendingSignIn(): Promise<PendingSignIn | null> {
  return readEncrypted(COOKIE);
}

/** The code was given, or another sign-in took its place. */
export function clearPendingSignIn(): Promise<void> {
  return clearEncrypted(COOKIE);
}
