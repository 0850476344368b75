import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import { isLatent, type LatencyIndex, latencyIndex } from "../latency-index.ts";
import type { CountedSource } from "../types.ts";
import { listSources } from "./list-sources.ts";
import { findSourceValues } from "./source-values.ts";

/** With more rows the customers behind them take too long to gather for a page. */
const MOST_ROWS_VALUED = 2_000_000;

/** A source with what it weighs. */
type LatencySource = CountedSource & { valueMinor: number | null; isUnused: boolean };

/** Why there is no share by value. */
type ValueGap = "not_computed" | "too_many_rows";

export type LatencyReport = {
  /** Today in the workspace's time zone */
  today: string;
  /** Those that are not archived, by name */
  sources: LatencySource[];
  archived: CountedSource[];
  index: LatencyIndex;
  valueGap: ValueGap | null;
};

/** The register of sources, and how much of it lies unused. */
export async function getLatencyReport(tx: TenantTx, session: Session): Promise<LatencyReport> {
  const all = await listSources(tx, session);
  const now = await databaseNow(tx);
  const today = dayInZone(session.workspace.timeZone, now.getTime());
  const isTooMuch = all.reduce((sum, { rowCount }) => sum + rowCount, 0) > MOST_ROWS_VALUED;
  const values = isTooMuch ? null : await findSourceValues(tx, session);
  const sources = all
    .filter(({ isArchived }) => !isArchived)
    .map((source) => ({
      ...source,
      lastUsedOn: source.lastUse?.on ?? null,
      valueMinor: values && (values.get(source.id) ?? 0),
      isUnused: isLatent(source.lastUse?.on ?? null, today),
    }));
  return {
    ...{ today, sources, archived: all.filter(({ isArchived }) => isArchived) },
    index: latencyIndex(sources, today),
    valueGap: values ? null : isTooMuch ? "too_many_rows" : "not_computed",
  };
}
