import { amountText } from "#lib/format/amount-text.ts";
import type { ValueOverview } from "./types.ts";

/** A file's header and its rows. Amounts in major units with a point; shares 0..1; null is an empty cell. */
export type CsvTable = { header: string[]; rows: (string | number | null)[][] };

/** What the best customers have made together, at every whole percent; empty where that is no whole customer. */
export function concentrationTable({ concentration, currency }: ValueOverview): CsvTable {
  return {
    header: ["percent", "customers", "revenue", "revenue_share", "currency"],
    rows: concentration.map(({ percent, customers, revenueMinor, revenueShare }) => [
      percent,
      customers,
      revenueMinor === null ? null : amountText(revenueMinor, currency),
      shareText(revenueShare),
      currency,
    ]),
  };
}

/** What each RFM segment is worth, most revenue first. */
export function segmentsTable({ segments, currency }: ValueOverview): CsvTable {
  const amount = (minor: number | null) => (minor === null ? null : amountText(minor, currency));
  return {
    header: [
      "segment",
      "customers",
      "orders",
      "revenue",
      "profit",
      "revenue_per_customer",
      "revenue_per_customer_low",
      "revenue_per_customer_high",
      "revenue_share",
      "customer_share",
      "currency",
    ],
    rows: segments.map((segment) => [
      segment.segment,
      segment.customers,
      segment.orderCount,
      amount(segment.revenueMinor),
      amount(segment.profitMinor),
      amount(segment.revenuePerCustomerMinor),
      amount(segment.revenuePerCustomerInterval?.[0] ?? null),
      amount(segment.revenuePerCustomerInterval?.[1] ?? null),
      shareText(segment.revenueShare),
      shareText(segment.customerShare),
      currency,
    ]),
  };
}

function shareText(share: number | null): string | null {
  return share === null ? null : share.toFixed(6);
}
