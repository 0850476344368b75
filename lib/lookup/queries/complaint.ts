import "server-only";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { getCalendar } from "#lib/calendars/index.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { hasOwnNumber } from "#lib/orders/index.ts";
import { IS_OPEN } from "#lib/tiers/index.ts";
import { hoursLeft } from "../promise-clock.ts";
import type { ComplaintDetail, StandingFound, StoredComplaint } from "../types.ts";
import { findStanding } from "./standing.ts";

/**
 * One complaint with everything that is recorded of it, and its clock by the tier's promise; without whose it is for those who may
 * not read personal data.
 *
 * @throws DomainError `not_found`
 */
export async function getComplaint(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<ComplaintDetail> {
  const stored = isId(id) ? await findStored(tx, session, id) : null;
  if (!stored) throw new DomainError("not_found", "This complaint does not exist.");
  const { customerId, customerNumber, customerName, externalId, receivedMs, ...recorded } = stored;
  const standing = customerId === null ? null : await findStanding(tx, session, customerId);
  const tier = typeof standing === "string" ? null : standing;
  const calendar = await getCalendar(tx, session);
  const promisedHours = recorded.isOpen ? (tier?.tier?.responseHours ?? null) : null;
  const isMasked = !mayReadPersonalData(session);
  return {
    ...recorded,
    number: shownComplaintNumber(externalId),
    isMasked,
    customer:
      customerId === null || isMasked
        ? null
        : {
            id: customerId,
            number: shownNumber(session, { id: customerId, number: customerNumber ?? "" }),
            name: customerName,
          },
    standing: withoutValue(standing),
    hoursLeft:
      promisedHours === null
        ? null
        : hoursLeft(calendar, { receivedMs, promisedHours, nowMs: Date.now() }),
    hasCalendar: calendar.versions.length > 0,
  };
}

/** The number that a source gave it; null for what was written down by hand or came without one. */
export function shownComplaintNumber(externalId: string): string | null {
  return isId(externalId) || !hasOwnNumber(externalId) ? null : externalId;
}

/** How to treat a customer says nothing of what they are worth. */
function withoutValue(standing: StandingFound | null): ComplaintDetail["standing"] {
  if (standing === null || typeof standing === "string") return null;
  return { tierName: standing.tierName, tier: standing.tier };
}

async function findStored(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
): Promise<StoredComplaint | null> {
  const [found] = await tx.$queryRaw<StoredComplaint[]>`
    SELECT c.id, c.external_id AS "externalId", c.subject, c.body, c.status, (${IS_OPEN}) AS "isOpen", c.channel, c.product,
      c.reason, c.sub_reason AS "subReason", c.resolution, c.is_timely AS "isTimely", c.is_disputed AS "isDisputed",
      tp.name AS touchpoint, sg.name AS segment, dp.name AS department,
      c.received_on::text AS "receivedOn", c.closed_on::text AS "closedOn",
      to_char(c.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "receivedAt",
      1000 * extract(epoch FROM coalesce(c.received_at, c.received_on::timestamp AT TIME ZONE ${workspace.timeZone}))::float8
        AS "receivedMs",
      k.id AS "customerId", k.external_id AS "customerNumber", k.name AS "customerName",
      ds.id AS "sourceId", ds.name AS "sourceName", i.id AS "importId", i.file_name AS "fileName",
      to_char(i.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "importedAt"
    FROM complaint c
      JOIN data_source ds ON ds.tenant_id = c.tenant_id AND ds.id = c.source_id
      LEFT JOIN customer k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
      LEFT JOIN touchpoint tp ON tp.tenant_id = c.tenant_id AND tp.id = c.touchpoint_id
      LEFT JOIN customer_segment sg ON sg.tenant_id = c.tenant_id AND sg.id = c.segment_id
      LEFT JOIN department dp ON dp.tenant_id = c.tenant_id AND dp.id = c.department_id
      LEFT JOIN import i ON i.tenant_id = c.tenant_id AND i.id = c.changed_import_id
    WHERE c.tenant_id = ${workspace.id}::uuid AND c.id = ${id}::uuid`;
  return found ?? null;
}
