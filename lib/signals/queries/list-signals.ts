import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { type SignalQuery, signalsAddress } from "../filter.ts";
import type { Audience, Metric, Scale, SignalListRow } from "../types.ts";
import { findSignalIds } from "./find-signal-ids.ts";
import { type SignalRequest, signalKey } from "./signals-where.ts";

const NAME = { select: { name: true } } as const;
const ROW = {
  ...{ id: true, occurredOn: true, audience: true, question: true, metric: true, score: true },
  ...{ scaleMin: true, scaleMax: true, higherIsBetter: true, body: true, channel: true },
  ...{ source: NAME, touchpoint: NAME, department: NAME },
  customer: { select: { id: true, externalId: true } },
} as const;

/** Feedback, the last said first. `after` names the last one seen. */
export async function listSignals(
  tx: TenantTx,
  session: Session,
  request: PageRequest & SignalRequest,
  query: SignalQuery = signalsAddress.usual,
): Promise<Page<SignalListRow>> {
  const ids = await findSignalIds(tx, session, query, request);
  const rows = await tx.signal.findMany({
    where: { id: { in: ids.slice(0, request.limit) } },
    select: ROW,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
  });
  const items = rows.map((row) => toListRow(row, session));
  const last = items.at(-1);
  return { items, next: ids.length > request.limit && last ? signalKey(last) : null };
}

/** The last that a customer said; nothing for those who may not read feedback or whose it is. */
export async function listSignalsOf(
  tx: TenantTx,
  session: Session,
  customerId: string,
  limit: number,
): Promise<SignalListRow[]> {
  if (!session.permissions.has("signal:read") || !mayReadPersonalData(session)) return [];
  if (!isId(customerId)) return [];
  const rows = await tx.signal.findMany({
    where: { customerId },
    select: ROW,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map((row) => toListRow(row, session));
}

/** Members of a segment are looked for among so many of the newest rows. */
const NEWEST_SEARCHED = 20_000;

/** `seesMembers`: whether the session may be told who is in the segment, as `maySeeSegments` finds it. */
export type OfSegment = { segmentId: string; seesMembers: boolean; limit: number };

/**
 * The last that customers said in words who are in a segment today or were asked as part of it, among the newest 20,000 such
 * signals of all; nothing for those who may not read feedback, or who is in the segment: their words can betray them.
 */
export async function listSignalsOfSegment(
  tx: TenantTx,
  session: Session,
  { segmentId, seesMembers, limit }: OfSegment,
): Promise<SignalListRow[]> {
  if (!session.permissions.has("signal:read") || !seesMembers || !isId(segmentId)) return [];
  const tenantId = session.workspace.id;
  const said = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM (
      SELECT id, customer_id, segment_id, occurred_on FROM signal
      WHERE tenant_id = ${tenantId}::uuid AND audience = 'customer' AND body IS NOT NULL
      ORDER BY occurred_on DESC, id DESC LIMIT ${NEWEST_SEARCHED}
    ) s
    WHERE s.segment_id = ${segmentId}::uuid OR EXISTS (
      SELECT 1 FROM segment_member m WHERE m.tenant_id = ${tenantId}::uuid AND m.segment_id = ${segmentId}::uuid
        AND m.customer_id = s.customer_id AND m.valid_to IS NULL)
    ORDER BY s.occurred_on DESC, s.id DESC LIMIT ${limit}`;
  const rows = await tx.signal.findMany({
    where: { id: { in: said.map(({ id }) => id) } },
    select: ROW,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => toListRow(row, session));
}

type StoredSignal = {
  id: string;
  occurredOn: Date;
  audience: string;
  question: string | null;
  metric: string | null;
  score: number | null;
  scaleMin: number | null;
  scaleMax: number | null;
  higherIsBetter: boolean | null;
  body: string | null;
  channel: string | null;
  source: { name: string };
  touchpoint: { name: string } | null;
  department: { name: string } | null;
  customer: { id: string; externalId: string } | null;
};

function toListRow(row: StoredSignal, session: Session): SignalListRow {
  const { customer } = row;
  return {
    ...{ id: row.id, question: row.question, score: row.score, body: row.body },
    occurredOn: row.occurredOn.toISOString().slice(0, 10),
    // text + CHECK in the database: these words are all there are
    audience: row.audience as Audience,
    metric: row.metric as Metric | null,
    scale: scaleOf(row),
    channel: row.channel,
    source: row.source.name,
    touchpoint: row.touchpoint?.name ?? null,
    department: row.department?.name ?? null,
    customer:
      customer && mayReadPersonalData(session)
        ? { id: customer.id, number: customer.externalId }
        : null,
  };
}

function scaleOf({ scaleMin: min, scaleMax: max, higherIsBetter }: StoredSignal): Scale | null {
  if (min === null || max === null) return null;
  return { min, max, higherIsBetter: higherIsBetter ?? true };
}
