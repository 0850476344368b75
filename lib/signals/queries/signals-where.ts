import "server-only";
import { z } from "zod";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { findCustomerIds } from "#lib/bulk/index.ts";
import { decodePageKey, encodePageKey, KeyDay } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SignalQuery } from "../filter.ts";

/**
 * `seesMembers`: whether the session may be told who is in the segments that the query names, as `maySeeSegments` finds it; the segments
 * know that, and know feedback.
 */
export type SignalRequest = {
  after?: string | null | undefined;
  seesMembers?: boolean | undefined;
};

const LIST = "feedback";
const SignalKey = z.object({ on: KeyDay, id: z.uuid() });

/**
 * The signals that match and come after a key of a list that has the last said first.
 *
 * @throws DomainError `invalid_input` when `after` is no key of it; `forbidden` for a filter by customer where whose they are
 *   is hidden, and by segment for who may not see who is in it
 */
export async function signalsWhere(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  { after, seesMembers = false }: SignalRequest = {},
) {
  const ofCustomer = await customerCondition(tx, session, query);
  const ofSegments = await segmentCondition(tx, query, seesMembers);
  return { AND: [conditionsOf(query), ofCustomer, ofSegments, ...beyond(after)] };
}

/** The key of a signal in such a list. */
export function signalKey({ occurredOn, id }: { occurredOn: string; id: string }): string {
  return encodePageKey(LIST, { on: occurredOn, id });
}

function conditionsOf({ metrics, audiences, words, days, sources, imports }: SignalQuery) {
  return {
    ...(words.length === 1 ? { body: words[0] === "with" ? { not: null } : null } : {}),
    ...(metrics.length > 0 ? { metric: { in: [...metrics] } } : {}),
    ...(audiences.length > 0 ? { audience: { in: [...audiences] } } : {}),
    ...(days.from || days.to ? { occurredOn: spanOf(days) } : {}),
    ...(sources.length > 0 ? { sourceId: { in: [...sources] } } : {}),
    ...(imports.length > 0 ? { changedImportId: { in: [...imports] } } : {}),
  };
}

/** By ids, which an index knows. */
async function customerCondition(tx: TenantTx, session: Session, { customer }: SignalQuery) {
  if (customer === "") return {};
  if (!mayReadPersonalData(session))
    throw new DomainError("forbidden", "Your role does not show who said something.");
  return { customerId: { in: await findCustomerIds(tx, session, customer) } };
}

/** What few said is found by who they are; what many said stands among the newest. */
const MOST_BY_ID = 5000;

/** By who is in a segment today, or by the segment that an answer names itself. */
async function segmentCondition(tx: TenantTx, { segments }: SignalQuery, seesMembers: boolean) {
  if (segments.length === 0) return {};
  const segmentId = { in: [...segments] };
  if (!seesMembers)
    throw new DomainError("forbidden", "Your role does not show who is in this segment.");
  const now = { segmentId, validTo: null };
  const members = await tx.segmentMember.findMany({
    ...{ where: now, select: { customerId: true }, take: MOST_BY_ID + 1 },
  });
  const isMember =
    members.length > MOST_BY_ID
      ? { customer: { segmentMembers: { some: now } } }
      : { customerId: { in: members.map(({ customerId }) => customerId) } };
  return { OR: [{ segmentId }, isMember] };
}

function spanOf({ from, to }: SignalQuery["days"]) {
  return { ...(from ? { gte: new Date(from) } : {}), ...(to ? { lte: new Date(to) } : {}) };
}

function beyond(after: string | null | undefined) {
  const key = decodePageKey(LIST, SignalKey, after);
  if (!key) return [];
  const on = new Date(key.on);
  return [{ OR: [{ occurredOn: { lt: on } }, { occurredOn: on, id: { lt: key.id } }] }];
}
