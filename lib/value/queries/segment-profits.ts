import "server-only";
import { listContactCosts } from "#lib/activity-rates/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findValueOverview } from "../queries.ts";
import { type SegmentProfit, segmentProfits } from "../segment-profits.ts";
import type { ValueOverview } from "../types.ts";

/** What the RFM segments have brought and taken so far, and how many contacts of all have a price. */
export type SegmentProfits = {
  value: ValueOverview;
  rows: readonly SegmentProfit[];
  contacts: number;
  priced: number;
};

/** Profitability by RFM segment with what contacts cost; null until value has been computed. */
export async function findSegmentProfits(
  tx: TenantTx,
  session: Session,
): Promise<SegmentProfits | null> {
  const value = await findValueOverview(tx, session);
  if (!value) return null;
  const { currency, asOfOn, rates, segments } = value;
  const { costPerContactMinor } = rates;
  const costs = await listContactCosts(tx, session, { costPerContactMinor, currency, asOfOn });
  const sum = (key: "contacts" | "priced") => costs.reduce((all, row) => all + row[key], 0);
  return {
    value,
    rows: segmentProfits(segments, costs),
    ...{ contacts: sum("contacts"), priced: sum("priced") },
  };
}
