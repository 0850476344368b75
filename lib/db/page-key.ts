import "server-only";
import { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { isInCountedYears } from "#lib/time/index.ts";

/** A day and an instant of a key: whoever writes one by hand asks for no year that the database has not. */
export const KeyDay = z.iso.date().refine(isInCountedYears);
export const KeyInstant = z.iso.datetime().refine(isInCountedYears);

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
  throw refusedPageKey();
}

/** The answer to a text that is no key of the list it was sent to. */
export function refusedPageKey(): DomainError {
  return new DomainError("invalid_input", "`after` is not a key of this list.");
}

function jsonIn(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, "base64url").toString());
  } catch {
    return null;
  }
}
