import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { requireMayAsk } from "../may-ask.ts";
import { listMembers, type SegmentMember } from "./members.ts";
import { findRow } from "./segments.ts";

/**
 * A page of the customers in a segment now, by their ids.
 *
 * @throws DomainError `not_found` for the segment, `invalid_input` when `after` is no key of this segment, `forbidden` where the rule asks what the session
 * may not read
 */
export async function listMemberRecords(
  tx: TenantTx,
  session: Session,
  segmentId: string,
  { after, limit }: PageRequest,
): Promise<Page<SegmentMember>> {
  const { id, rule } = await findRow(tx, segmentId);
  if (rule) requireMayAsk(session, rule);
  const list = `segment_members-${id}`;
  const asked = { segmentId: id, limit: limit + 1, after: idInPageKey(list, after), onDay: null };
  const rows = await listMembers(tx, session, asked);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(list, last.customerId) : null };
}
