import "server-only";
import { seal, unseal } from "#lib/auth/seal.ts";
import type { Session } from "#lib/auth/types.ts";
import { decodePageKey, encodePageKey, refusedPageKey } from "#lib/db/page-key.ts";
import { type CustomerKey, SealedCustomerKey } from "../keys.ts";

const LIST = "customers";

/** Where a page of customers ended, as text that tells nobody a number; it opens in its own workspace only. */
export function sealCustomerKey({ workspace }: Session, key: CustomerKey): string {
  if (key.at !== "number") return encodePageKey(LIST, key);
  return encodePageKey(LIST, {
    at: key.at,
    sealed: seal(key.externalId, "page_key", workspace.id),
  });
}

/**
 * The key that `sealCustomerKey` made the text from; null for no text.
 *
 * @throws DomainError `invalid_input` when the text is not such a key
 */
export function openCustomerKey(
  { workspace }: Session,
  text: string | null | undefined,
): CustomerKey | null {
  const key = decodePageKey(LIST, SealedCustomerKey, text);
  if (key?.at !== "number") return key;
  const externalId = unseal(key.sealed, "page_key", workspace.id);
  if (externalId === null) throw refusedPageKey();
  return { at: "number", externalId };
}
