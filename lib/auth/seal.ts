import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";

/** What a sealed text is for: each purpose has a key of its own. */
export type SealPurpose = "totp_secret" | "webhook_secret" | "fetch_secret" | "page_key";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypt a text that the database or an address keeps (AES-256-GCM). It opens only for the same purpose and the same `owner`. */
export function seal(text: string, purpose: SealPurpose, owner: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** The sealed text, or null when it was changed, moved to another owner, or sealed under another APP_SECRET. */
export function unseal(sealed: string, purpose: SealPurpose, owner: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, keyFor(purpose), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
  try {
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function keyFor(purpose: SealPurpose): Buffer {
  const key = hkdfSync("sha256", env().APP_SECRET, "", `throughline ${purpose}`, KEY_BYTES);
  return Buffer.from(key);
}
