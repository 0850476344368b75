import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { requireMayAsk } from "../may-ask.ts";
import { listMembers, type SegmentMember } from "./members.ts";
import { findRow } from "./segments.ts";

/**
 * A page of the customers in a segment now, by their ids.
 *
 * @throws DomainError `not_found` for the segment, `invalid_input` when `after` is no id, `forbidden` where the rule asks what the session
 * may not read
 */
export async function listMemberRecords(
  tx: TenantTx,
  session: Session,
  segmentId: string,
  { after = null, limit }: PageRequest,
): Promise<Page<SegmentMember>> {
  if (after !== null && !isId(after))
    throw new DomainError("invalid_input", "`after` is not a key of this list.");
  const { id, rule } = await findRow(tx, segmentId);
  if (rule) requireMayAsk(session, rule);
  const asked = { segmentId: id, limit: limit + 1, after, onDay: null };
  const rows = await listMembers(tx, session, asked);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.customerId ?? null) : null };
}
