import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { matchingNeeds, type NeedQuery, needsAddress } from "../filter.ts";
import { toNeedRecord } from "../need-record.ts";
import type { NeedRecord } from "../schema.ts";
import { getNeed, listNeeds } from "./list-needs.ts";

const LIST = "needs";

/**
 * Needs that match as the API hands them out, archived ones too, in the order they were made.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listNeedRecords(
  tx: TenantTx,
  session: Session,
  { after, limit }: PageRequest,
  query: NeedQuery = needsAddress.usual,
): Promise<Page<NeedRecord>> {
  const afterId = idInPageKey(LIST, after);
  const needs = matchingNeeds(await listNeeds(tx, session), query);
  const rest = needs
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }) => afterId === null || id > afterId);
  const items = rest.slice(0, limit).map(toNeedRecord);
  const last = rest.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}

/** One need as the API hands it out. @throws DomainError `not_found` */
export async function getNeedRecord(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<NeedRecord> {
  return toNeedRecord(await getNeed(tx, session, id));
}
