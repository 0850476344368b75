import "server-only";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

/** A secret for a link: 256 random bits to hand out once, and the hash to store. */
export function newSecretToken(): { token: string; sha256: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, sha256: hashOfToken(token) };
}

/** What is stored of a secret: hex of its SHA-256. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * What only the mail with a link carries, not the link that somebody else may copy: who brings it reads the mailbox the
 * link was sent to. Hex of an HMAC, bound to the token and to this one purpose.
 */
export function mailProofOf(token: string): string {
  return createHmac("sha256", env().APP_SECRET).update(`mailed-link:${token}`).digest("hex");
}

/** Whether `proof` came with the mail that carried `token`. */
export function isMailProof(token: string, proof: string): boolean {
  const right = Buffer.from(mailProofOf(token));
  const given = Buffer.from(proof);
  return right.length === given.length && timingSafeEqual(right, given);
}
