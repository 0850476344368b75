import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { PageRequest } from "#lib/lists/types.ts";
import type { SignalQuery } from "../filter.ts";
import { findSignalIds } from "./find-signal-ids.ts";
import { type SignalRequest, signalKey } from "./signals-where.ts";

const NAME = { select: { name: true } } as const;

/** The columns of feedback in files: new ones come after the last. */
export const SIGNAL_COLUMNS = [
  ...["number", "occurred_on", "occurred_at", "audience", "metric", "score", "scale_min"],
  ...["scale_max", "higher_is_better", "question", "comment", "language", "channel", "source"],
  ...["touchpoint", "segment", "department", "customer_id"],
] as const;

type Cell = string | number | boolean | null;

/** Feedback that matches as rows of `SIGNAL_COLUMNS`, the last said first; whose it is only for who may read that. */
export async function exportSignals(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  request: PageRequest & SignalRequest,
): Promise<{ rows: Cell[][]; next: string | null }> {
  const ids = await findSignalIds(tx, session, query, request);
  const found = await tx.signal.findMany({
    where: { id: { in: ids.slice(0, request.limit) } },
    select: {
      ...{ id: true, externalId: true, occurredOn: true, occurredAt: true, audience: true },
      ...{ metric: true, score: true, scaleMin: true, scaleMax: true, higherIsBetter: true },
      ...{ question: true, body: true, language: true, channel: true },
      ...{ source: NAME, touchpoint: NAME, segment: NAME, department: NAME },
      customer: { select: { externalId: true } },
    },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
  });
  const mayName = mayReadPersonalData(session);
  const rows = found.map((row) => [
    ...[row.externalId, dayOf(row.occurredOn), row.occurredAt?.toISOString() ?? null],
    ...[row.audience, row.metric, row.score, row.scaleMin, row.scaleMax, row.higherIsBetter],
    ...[row.question, row.body, row.language, row.channel, row.source.name],
    ...[row.touchpoint?.name ?? null, row.segment?.name ?? null, row.department?.name ?? null],
    mayName ? (row.customer?.externalId ?? null) : null,
  ]);
  const last = ids.length > request.limit ? found.at(-1) : undefined;
  return {
    rows,
    next: last ? signalKey({ occurredOn: dayOf(last.occurredOn), id: last.id }) : null,
  };
}

function dayOf(on: Date): string {
  return on.toISOString().slice(0, 10);
}
