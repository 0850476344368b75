import "server-only";
import { seal, unseal } from "#lib/auth/seal.ts";

/** How long the secret of before counts beside its successor, in milliseconds. */
export const BOTH_COUNT_MS = 24 * 60 * 60 * 1000;

/** A secret as the database keeps it: it opens for its endpoint or hook only. */
export function sealSecret(secret: string, ownerId: string): string {
  return seal(secret, "webhook_secret", ownerId);
}

/** Those of the sealed secrets that open; one sealed under another APP_SECRET does not. */
export function openSecrets(sealed: readonly (string | null)[], ownerId: string): string[] {
  return sealed.flatMap((each) => (each && unseal(each, "webhook_secret", ownerId)) || []);
}
