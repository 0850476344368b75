import "server-only";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { empty, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** A customer in a segment; `name` and `email` are null for who may not read personal data. Days YYYY-MM-DD. */
export type SegmentMember = {
  readonly customerId: string;
  readonly externalId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly since: string;
};

export type MembersAsked = {
  readonly segmentId: string;
  readonly limit: number;
  /** The id of the last customer of the page before; null at the start */
  readonly after: string | null;
  /** YYYY-MM-DD: who was in it on that day; null: who is in it now */
  readonly onDay: string | null;
};

/** A page of the customers in a segment, by their ids. */
export async function listMembers(
  tx: TenantTx,
  session: Session,
  { segmentId, limit, after, onDay }: MembersAsked,
): Promise<SegmentMember[]> {
  const isInside =
    onDay === null
      ? sql`m.valid_to IS NULL`
      : sql`m.valid_from <= ${onDay}::date AND (m.valid_to IS NULL OR m.valid_to > ${onDay}::date)`;
  const rows = await tx.$queryRaw<SegmentMember[]>`
    SELECT m.customer_id AS "customerId", c.external_id AS "externalId", c.name, c.email, m.valid_from::text AS since
    FROM segment_member m JOIN customer c ON c.tenant_id = m.tenant_id AND c.id = m.customer_id
    WHERE m.tenant_id = ${session.workspace.id}::uuid AND m.segment_id = ${segmentId}::uuid AND ${isInside}
      ${after === null ? empty : sql`AND m.customer_id > ${after}::uuid`}
    ORDER BY m.customer_id LIMIT ${limit}`;
  const isMasked = !mayReadPersonalData(session);
  return rows.map((row) => ({
    ...row,
    externalId: shownNumber(session, { id: row.customerId, number: row.externalId }),
    ...(isMasked ? { name: null, email: null } : {}),
  }));
}
