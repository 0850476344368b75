import "server-only";
import { z } from "zod";
import { clearEncrypted, readEncrypted, writeEncrypted } from "./encrypted-cookie.ts";

const PendingSignIn = z.object({
  accountId: z.uuid(),
  email: z.string(),
  sessionVersion: z.number().int(),
  /** When the password was given, by the database's clock; ISO 8601 in UTC */
  givenAt: z.iso.datetime(),
});
/** Somebody who gave the right password and owes a code. Worthless after a password change: its version is over. */
export type PendingSignIn = z.infer<typeof PendingSignIn>;

/** So long after the password a code is taken. */
export const PENDING_SECONDS = 10 * 60;

const COOKIE = { purpose: "second_factor", seconds: PENDING_SECONDS, content: PendingSignIn };

/** Remember for ten minutes that this browser gave the right password. */
export function writePendingSignIn(pending: PendingSignIn): Promise<void> {
  return writeEncrypted(COOKIE, pending);
}

/** Who gave the right password in this browser; null when nobody did. Whether that is too long ago is asked where the code is. */
export function readPendingSignIn(): Promise<PendingSignIn | null> {
  return readEncrypted(COOKIE);
}

/** The code was given, or another sign-in took its place. */
export function clearPendingSignIn(): Promise<void> {
  return clearEncrypted(COOKIE);
}
