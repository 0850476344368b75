import "server-only";
import { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { isInCountedYears } from "#lib/time/index.ts";
import { isId } from "./is-id.ts";

/** A day and an instant of a key: whoever writes one by hand asks for no year that the database has not. */
export const KeyDay = z.iso.date().refine(isInCountedYears);
export const KeyInstant = z.iso.datetime().refine(isInCountedYears);

/** Where a page of a list ended, as opaque text for an address. It names its list, and is a key of no other. */
export function encodePageKey(list: string, key: object): string {
  return plainPageKey(list, Buffer.from(JSON.stringify(key)).toString("base64url"));
}

/**
 * The key that `encodePageKey` made the text from; null for no text.
 *
 * @throws DomainError `invalid_input` when the text is not such a key of this list
 */
export function decodePageKey<S extends z.ZodType>(
  list: string,
  schema: S,
  encoded: string | null | undefined,
): z.output<S> | null {
  const place = placeInPageKey(list, encoded);
  if (place === null) return null;
  const parsed = schema.safeParse(jsonIn(place));
  if (parsed.success) return parsed.data;
  throw refusedPageKey();
}

/** The key of a place that is text already, such as the id of the row it came after. */
export function plainPageKey(list: string, place: string): string {
  return `${list}.${place}`;
}

/**
 * The place that `plainPageKey` made the text from; null for no text.
 *
 * @throws DomainError `invalid_input` when the text is no key of this list
 */
export function placeInPageKey(list: string, text: string | null | undefined): string | null {
  if (!text) return null;
  if (!text.startsWith(`${list}.`)) throw refusedPageKey();
  return text.slice(list.length + 1);
}

/** The same of a list in the order of its ids. @throws DomainError `invalid_input` when the text is no key of this list */
export function idInPageKey(list: string, text: string | null | undefined): string | null {
  const id = placeInPageKey(list, text);
  if (id === null || isId(id)) return id;
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
