import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SignalQuery } from "../filter.ts";
import { countSignals } from "../queries/find-signal-ids.ts";
import type { SignalRequest } from "../queries/signals-where.ts";

/** Write down that somebody takes feedback away as a file, in which format, how much, and by which filter. */
export async function recordSignalExport(
  tx: TenantTx,
  session: Session,
  { query, format, seesMembers }: SignalRequest & { query: SignalQuery; format: string },
): Promise<void> {
  const { metrics, audiences, segments, words, days, sources, imports } = query;
  const lists = { metrics, audiences, segments, words, sources, imports };
  await recordEvent(tx, session, {
    action: "signal.exported",
    object: { type: "signal_list", id: null },
    after: {
      format,
      rows: await countSignals(tx, session, query, { seesMembers }),
      ...Object.fromEntries(Object.entries(lists).filter(([, chosen]) => chosen.length > 0)),
      ...(query.customer ? { isSearched: true } : {}),
      ...(days.from ? { fromOn: days.from } : {}),
      ...(days.to ? { toOn: days.to } : {}),
    },
  });
}
