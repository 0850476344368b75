import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { amountText } from "#lib/format/amount-text.ts";
import type { PageRequest } from "#lib/lists/types.ts";
import type { WatchQuery } from "../filter.ts";
import type { Reason, WatchRow } from "../types.ts";
import { listWatched } from "./watch-list.ts";
import { findWatchRun } from "./watch-run.ts";

/** The columns of the watch list in files: new ones come after the last. */
export const WATCH_COLUMNS = [
  ...["customer_id", "name", "tier", "chance_to_have_left", "at_risk", "clv", "clv_low_80"],
  ...["clv_high_80", "currency", "reasons", "case", "responsible", "next_step", "due_on"],
  ...["at_risk_low_80", "at_risk_high_80"],
] as const;

/** Those of them whose texts are numbers. */
export const WATCH_AMOUNTS = [
  ...["at_risk", "clv", "clv_low_80", "clv_high_80", "at_risk_low_80", "at_risk_high_80"],
];

type Cell = string | number | null;

/** Customers who may leave as rows of `WATCH_COLUMNS`, the most at risk first; none where no run foretells anything. */
export async function exportWatched(
  tx: TenantTx,
  session: Session,
  query: WatchQuery,
  page: PageRequest,
): Promise<{ rows: Cell[][]; next: string | null }> {
  const run = await findWatchRun(tx);
  if (typeof run === "string") return { rows: [], next: null };
  const { items, next } = await listWatched(tx, session, { run, query }, page);
  return { rows: items.map((row) => cellsOf(row, run.currency)), next };
}

function cellsOf(row: WatchRow, currency: string): Cell[] {
  const amount = (minor: number | null) => (minor === null ? null : amountText(minor, currency));
  const { latest, band, atRiskBand } = row;
  return [
    ...[row.externalId, row.name, row.tierName, Number((1 - row.pAlive).toFixed(4))],
    ...[amount(row.atRiskMinor), amount(row.valueMinor)],
    ...[amount(band?.[0] ?? null), amount(band?.[1] ?? null), currency],
    ...[row.reasons.map(reasonText).join("; "), latest && (latest.outcome ?? "open")],
    ...[latest?.responsible?.name ?? null, latest?.nextStep ?? null, latest?.dueOn ?? null],
    ...[amount(atRiskBand?.[0] ?? null), amount(atRiskBand?.[1] ?? null)],
  ];
}

/** A reason as a program reads it: "quiet days=84 usual_days=21". */
function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case "quiet":
      return `quiet days=${reason.days} usual_days=${reason.usualDays}`;
    case "bought_once":
      return `bought_once days=${reason.days}`;
    case "spend_down":
      return `spend_down share=${reason.share.toFixed(2)}`;
    case "open_complaint":
      return `open_complaint count=${reason.count} days=${reason.days}`;
    case "low_score":
      return `low_score score=${reason.score} most=${reason.most} on=${reason.occurredOn}`;
    case "returned":
      return `returned count=${reason.count} days=${reason.days}`;
  }
}
