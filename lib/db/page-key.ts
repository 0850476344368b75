import "server-only";
import type { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";

/** Where a page of a list ended, as opaque text for an address. */
export function encodePageKey(key: object): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/**
 * The key that `encodePageKey` made the text from; null for no text.
 *
 * @throws DomainError `invalid_input` when the text is not such a key
 */
export function decodePageKey<S extends z.ZodType>(
  schema: S,
  encoded: string | null | undefined,
): z.output<S> | null {
  if (!encoded) return null;
  const parsed = schema.safeParse(jsonIn(encoded));
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid_input", "`after` is not a key of this list.");
}

function jsonIn(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, "base64url").toString());
  } catch {
    return null;
  }
}
