import "server-only";
import { generateSecret, generateURI, verifySync } from "otplib";

const STEP_SECONDS = 30;
const SIX_DIGITS = /^\d{6}$/;

/** A new secret for an authenticator: 160 random bits in base 32. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** The address that an authenticator reads from the picture. */
export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer: "Throughline", label: email, secret });
}

/** The 30-second step (RFC 6238) whose code this is, at most one before or after `now`; null when it is none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!SIX_DIGITS.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : null;
}
