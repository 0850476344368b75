import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const PREFIX = "whsec_";
const KEY_BYTES = 32;
const VERSION = "v1,";

/** What a signature of Standard Webhooks covers: the id, the second it was sent at, and the body as it travels. */
export type SignedMessage = { id: string; timestamp: string; body: string | Uint8Array };

/** A new secret: 32 random bytes as `whsec_<base64>`. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(KEY_BYTES).toString("base64");
}

/** The value of `webhook-signature`: one signature for each secret, with spaces between them. */
export function signWebhook(message: SignedMessage, secrets: readonly string[]): string {
  return secrets.map((secret) => VERSION + digest(message, secret).toString("base64")).join(" ");
}

/** Whether one of the signatures given was made with one of the secrets. Takes the same time whichever fits. */
export function isSignedWith(
  message: SignedMessage,
  signatures: string,
  secrets: readonly string[],
): boolean {
  const expected = secrets.map((secret) => digest(message, secret));
  const given = signatures
    .split(" ")
    .filter((signature) => signature.startsWith(VERSION))
    .map((signature) => Buffer.from(signature.slice(VERSION.length), "base64"));
  const matches = given.flatMap((one) => expected.filter((other) => isEqual(one, other)));
  return matches.length > 0;
}

function digest({ id, timestamp, body }: SignedMessage, secret: string): Buffer {
  return createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest();
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}

function isEqual(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
