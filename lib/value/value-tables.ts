import { amountText } from "#lib/format/amount-text.ts";
import type {
  CohortTable,
  Interval,
  PerCustomer,
  RfmGrid,
  ValueOverview,
  ValueTrend,
} from "./types.ts";

/** A file's columns and its rows. Amounts in major units with a point; shares 0..1; null is an empty cell. */
export type ValueTable = { columns: string[]; rows: (string | number | null)[][] };

/** The columns of all tables whose texts are numbers: amounts and shares. */
export const VALUE_AMOUNTS = [
  ...[
    "revenue",
    "margin",
    "cost_to_serve",
    "profit_before_contacts",
    "revenue_share",
    "profit_share",
  ],
  ...["customer_share", "retention", "retention_low", "retention_high"],
  ...["revenue_per_customer", "revenue_per_customer_low", "revenue_per_customer_high"],
  ...[
    "profit_before_contacts_per_customer",
    "profit_before_contacts_per_customer_low",
    "profit_before_contacts_per_customer_high",
  ],
];

/** What the best customers have made together, at every whole percent; empty where that is no whole customer. */
export function concentrationTable({ concentration, currency }: ValueOverview): ValueTable {
  const amount = amounts(currency);
  return {
    columns: ["percent", "customers", "revenue", "revenue_share", "currency"],
    rows: concentration.map(({ percent, customers, revenueMinor, revenueShare }) => [
      percent,
      customers,
      amount(revenueMinor),
      shareText(revenueShare),
      currency,
    ]),
  };
}

/** Likewise of profit, customers from most to least of it; no row until the margin is set. */
export function profitCurveTable({ profitCurve, currency }: ValueOverview): ValueTable {
  const amount = amounts(currency);
  return {
    columns: ["percent", "customers", "profit_before_contacts", "profit_share", "currency"],
    rows: (profitCurve?.points ?? []).map(({ percent, customers, profitMinor, profitShare }) => [
      percent,
      customers,
      amount(profitMinor),
      shareText(profitShare),
      currency,
    ]),
  };
}

/** What each RFM segment is worth, most revenue first. */
export function segmentsTable({ segments, currency }: ValueOverview): ValueTable {
  const amount = amounts(currency);
  return {
    columns: [
      ...[
        "segment",
        "customers",
        "orders",
        "revenue",
        "margin",
        "cost_to_serve",
        "profit_before_contacts",
      ],
      ...PER_CUSTOMER,
      ...["revenue_share", "customer_share", "currency"],
    ],
    rows: segments.map((segment) => [
      segment.segment,
      segment.customers,
      segment.orderCount,
      amount(segment.revenueMinor),
      amount(segment.marginMinor),
      amount(segment.costToServeMinor),
      amount(segment.profitMinor),
      ...perCustomerCells(segment, currency),
      shareText(segment.revenueShare),
      shareText(segment.customerShare),
      currency,
    ]),
  };
}

/** The 125 RFM cells. */
export function rfmTable({ cells, value: { currency } }: RfmGrid): ValueTable {
  const amount = amounts(currency);
  return {
    columns: [
      ...["recency", "frequency", "monetary", "segment", "customers", "orders", "revenue"],
      ...["profit_before_contacts", "currency"],
    ],
    rows: cells.map((cell) => [
      cell.recency,
      cell.frequency,
      cell.monetary,
      cell.segment,
      cell.customers,
      cell.orderCount,
      amount(cell.revenueMinor),
      amount(cell.profitMinor),
      currency,
    ]),
  };
}

/** One row per cohort and period since; empty where the period is not over. What a customer brought is cumulative. */
export function cohortsTable({ cohorts, period, value: { currency } }: CohortTable): ValueTable {
  return {
    columns: [
      ...["cohort", "period", "periods_since", "customers", "active"],
      ...["retention", "retention_low", "retention_high"],
      ...PER_CUSTOMER,
      "currency",
    ],
    rows: cohorts.flatMap(({ startOn, customers, cells }) =>
      cells.map((cell) => [
        startOn,
        period,
        cell.offset,
        customers,
        cell.active,
        shareText(cell.retention),
        ...bounds(cell.retentionInterval).map(shareText),
        ...perCustomerCells(cell, currency),
        currency,
      ]),
    ),
  };
}

/** One row per month's end and segment. */
export function trendTable({ segments, value: { currency } }: ValueTrend): ValueTable {
  const amount = amounts(currency);
  return {
    columns: [
      ...["month_end", "segment", "customers", "orders", "revenue", "margin"],
      ...["cost_to_serve", "profit_before_contacts", "currency"],
    ],
    rows: segments.map((row) => [
      row.monthEndOn,
      row.segment,
      row.customers,
      row.orderCount,
      amount(row.revenueMinor),
      amount(row.marginMinor),
      amount(row.costToServeMinor),
      amount(row.profitMinor),
      currency,
    ]),
  };
}

const PER_CUSTOMER = [
  ...["revenue_per_customer", "revenue_per_customer_low", "revenue_per_customer_high"],
  ...[
    "profit_before_contacts_per_customer",
    "profit_before_contacts_per_customer_low",
    "profit_before_contacts_per_customer_high",
  ],
];

function perCustomerCells(means: PerCustomer, currency: string): (string | null)[] {
  return [
    means.revenuePerCustomerMinor,
    ...bounds(means.revenuePerCustomerInterval),
    means.profitPerCustomerMinor,
    ...bounds(means.profitPerCustomerInterval),
  ].map(amounts(currency));
}

function bounds(interval: Interval | null): readonly (number | null)[] {
  return interval ?? [null, null];
}

function amounts(currency: string) {
  return (minor: number | null) => (minor === null ? null : amountText(minor, currency));
}

function shareText(share: number | null): string | null {
  return share === null ? null : share.toFixed(6);
}
