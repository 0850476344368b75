import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { requireMayAsk } from "../may-ask.ts";
import { listMembers, type SegmentMember } from "./members.ts";
import { listRuleVersions } from "./rule-history.ts";
import { getSegmentRow } from "./segments.ts";

/** A page, and whose members it is of: those of a day (YYYY-MM-DD), or of now. */
export type MembersPage = PageRequest & { onDay?: string | null };

/**
 * A page of the customers in a segment now or on a day, by their ids.
 *
 * @throws DomainError `not_found` for the segment, `invalid_input` when `after` is no key of this segment, `forbidden` where the rule, or for
 * a past day one that it had, asks what the session may not read
 */
export async function listMemberRecords(
  tx: TenantTx,
  session: Session,
  segmentId: string,
  { after, limit, onDay = null }: MembersPage,
): Promise<Page<SegmentMember>> {
  const { id, rule } = await getSegmentRow(tx, segmentId);
  if (rule) requireMayAsk(session, rule);
  if (onDay !== null) await requireMayAskPast(tx, session, id);
  const list = `segment_members-${id}`;
  const asked = { segmentId: id, limit: limit + 1, after: idInPageKey(list, after), onDay };
  const rows = await listMembers(tx, session, asked);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(list, last.customerId) : null };
}

/** Who was in a segment tells what its rules asked then. */
async function requireMayAskPast(tx: TenantTx, session: Session, id: string): Promise<void> {
  for (const { rule } of await listRuleVersions(tx, id)) if (rule) requireMayAsk(session, rule);
}
