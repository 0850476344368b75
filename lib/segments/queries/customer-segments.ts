import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { maySeeMembersOf } from "../rule-needs.ts";

/** A segment that a customer is in, or was until a day. Days YYYY-MM-DD. */
export type CustomerSegment = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
};

const MOST_SHOWN = 50;

/**
 * The segments that a customer is in, and those they have left, the latest first; without those whose rule asks what the session may
 * not read, for being in one would tell it.
 */
export async function listSegmentsOf(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<CustomerSegment[]> {
  if (!(isId(customerId) && session.permissions.has("segment:read"))) return [];
  const rows = await tx.segmentMember.findMany({
    where: { customerId, segment: { archivedAt: null } },
    select: {
      ...{ validFrom: true, validTo: true },
      segment: { select: { id: true, name: true, kind: true, rule: true } },
    },
    orderBy: [{ validTo: { sort: "desc", nulls: "first" } }, { validFrom: "desc" }],
    take: MOST_SHOWN,
  });
  return rows.flatMap(({ segment: { id, name, kind, rule }, validFrom, validTo }) => {
    return maySeeMembersOf({ kind, rule }, session.permissions)
      ? [{ id, name, from: dayOf(validFrom), to: validTo && dayOf(validTo) }]
      : [];
  });
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
