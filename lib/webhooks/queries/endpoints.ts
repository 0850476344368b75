import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import {
  DELIVERY_STATUSES,
  type DeliveryRow,
  type EndpointPage,
  type EndpointRow,
  FAILURES,
  OFF_REASONS,
  WEBHOOK_EVENTS,
} from "../types.ts";

/** The endpoints of the workspace with their health, the oldest first; at most 50. */
export async function listEndpoints(tx: TenantTx, session: Session): Promise<EndpointRow[]> {
  return (await readEndpoints(tx, session, empty)).map(toRow);
}

/** One endpoint with its health. @throws DomainError `not_found` */
export async function getEndpoint(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<EndpointPage> {
  const [row] = isId(id) ? await readEndpoints(tx, session, sql`AND e.id = ${id}::uuid`) : [];
  if (!row) throw new DomainError("not_found", "This webhook does not exist.");
  const { createdAt, formerUntil } = row;
  return {
    ...toRow(row),
    createdAt: createdAt.toISOString(),
    formerUntil: formerUntil?.toISOString() ?? null,
  };
}

type StoredEndpoint = {
  id: string;
  url: string;
  events: string[];
  offReason: string | null;
  createdAt: Date;
  formerUntil: Date | null;
  lastTriedAt: Date | null;
  lastStatus: string | null;
  waiting: number;
  dead: number;
  sent: number;
};

function readEndpoints(tx: TenantTx, { workspace }: Session, only: Sql): Promise<StoredEndpoint[]> {
  return tx.$queryRaw<StoredEndpoint[]>`
    SELECT e.id, e.url, e.events, e.off_reason AS "offReason", e.created_at AS "createdAt",
      CASE WHEN e.former_until > now() THEN e.former_until END AS "formerUntil",
      l.last_tried_at AS "lastTriedAt", l.status AS "lastStatus", h.waiting, h.dead, h.sent
    FROM webhook_endpoint e
    LEFT JOIN LATERAL (
      SELECT d.last_tried_at, d.status FROM webhook_delivery d
      WHERE d.tenant_id = ${workspace.id}::uuid AND d.endpoint_id = e.id AND d.last_tried_at IS NOT NULL
      ORDER BY d.id DESC LIMIT 1) l ON true
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE d.status = 'waiting')::int AS waiting, count(*) FILTER (WHERE d.status = 'dead')::int AS dead,
        count(*)::int AS sent
      FROM webhook_delivery d WHERE d.tenant_id = ${workspace.id}::uuid AND d.endpoint_id = e.id
        AND d.created_at > now() - interval '7 days') h
    WHERE e.tenant_id = ${workspace.id}::uuid ${only} ORDER BY e.id LIMIT 50`;
}

function toRow(row: StoredEndpoint): EndpointRow {
  const { id, url, events, offReason, lastTriedAt, lastStatus, waiting, dead, sent } = row;
  return {
    ...{ id, url, waiting, dead, sent },
    events: WEBHOOK_EVENTS.filter((event) => events.includes(event)),
    offReason: OFF_REASONS.find((reason) => reason === offReason) ?? null,
    lastTriedAt: lastTriedAt?.toISOString() ?? null,
    lastStatus: DELIVERY_STATUSES.find((status) => status === lastStatus) ?? null,
  };
}

const DELIVERY = {
  ...{ id: true, event: true, status: true, tries: true, createdAt: true, lastTriedAt: true },
  ...{ nextTryAt: true, answerStatus: true, answerHead: true, failure: true, elapsedMs: true },
} as const;

/**
 * The messages of an endpoint, the newest first. `after` names the last one seen.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listDeliveries(
  tx: TenantTx,
  endpointId: string,
  { after, limit }: PageRequest,
): Promise<Page<DeliveryRow>> {
  const list = `deliveries-${endpointId}`;
  const afterId = idInPageKey(list, after);
  const rows = await tx.webhookDelivery.findMany({
    where: { endpointId, ...(afterId ? { id: { lt: afterId } } : {}) },
    select: DELIVERY,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map((row) => ({
    ...row,
    event: WEBHOOK_EVENTS.find((event) => event === row.event) ?? WEBHOOK_EVENTS[0],
    status: DELIVERY_STATUSES.find((status) => status === row.status) ?? "dead",
    failure:
      row.failure === null ? null : (FAILURES.find((word) => word === row.failure) ?? "other"),
    createdAt: row.createdAt.toISOString(),
    lastTriedAt: row.lastTriedAt?.toISOString() ?? null,
    nextTryAt: row.status === "waiting" ? (row.nextTryAt?.toISOString() ?? null) : null,
  }));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(list, last.id) : null };
}
