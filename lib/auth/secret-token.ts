import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A secret for a link: 256 random bits to hand out once, and the hash to store. */
export function newSecretToken(): { token: string; sha256: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, sha256: hashOfToken(token) };
}

/** What is stored of a secret: hex of its SHA-256. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
