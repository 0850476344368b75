import type { ContactCost } from "#lib/activity-rates/index.ts";
import { amountText } from "#lib/format/amount-text.ts";
import type { SegmentValue } from "./types.ts";

/** What an RFM segment has brought and taken so far. Money in minor units; null where a rate is not set. */
export type SegmentProfit = {
  segment: SegmentValue["segment"];
  customers: number;
  revenueMinor: number;
  goodsMinor: number | null;
  ordersMinor: number | null;
  /** null where no contact has a price */
  contactsMinor: number | null;
  profitMinor: number | null;
};

/**
 * Revenue − goods − orders − contacts = profit, by segment, most profit first. What is not known takes nothing and is named; without
 * goods there is no profit.
 *
 * Worked: 10,000 of revenue at a margin of 4,000, 1,500 for orders and 700 for contacts leave 1,800.
 */
export function segmentProfits(
  segments: readonly SegmentValue[],
  contacts: readonly ContactCost[],
): SegmentProfit[] {
  const profits = segments.map((value): SegmentProfit => {
    const { segment, customers, revenueMinor, marginMinor, costToServeMinor, profitMinor } = value;
    const found = contacts.find((each) => each.segment === segment);
    const contactsMinor = found && found.priced > 0 ? Math.round(found.costMinor) : null;
    return {
      ...{ segment, customers, revenueMinor, contactsMinor },
      goodsMinor: marginMinor === null ? null : revenueMinor - marginMinor,
      ordersMinor: costToServeMinor,
      profitMinor: profitMinor === null ? null : profitMinor - (contactsMinor ?? 0),
    };
  });
  return profits.toSorted((a, b) => (b.profitMinor ?? 0) - (a.profitMinor ?? 0));
}

/** All segments as one. */
export function profitOfAll(rows: readonly SegmentProfit[]): Omit<SegmentProfit, "segment"> {
  const sum = (of: (row: SegmentProfit) => number | null) =>
    rows.every((row) => of(row) === null)
      ? null
      : rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  return {
    customers: sum(({ customers }) => customers) ?? 0,
    revenueMinor: sum(({ revenueMinor }) => revenueMinor) ?? 0,
    goodsMinor: sum(({ goodsMinor }) => goodsMinor),
    ordersMinor: sum(({ ordersMinor }) => ordersMinor),
    contactsMinor: sum(({ contactsMinor }) => contactsMinor),
    profitMinor: sum(({ profitMinor }) => profitMinor),
  };
}

/** The columns of its file that are amounts. */
export const PROFIT_AMOUNTS = ["revenue", "goods", "orders", "contacts", "profit"];

/** A file's header and its rows. Amounts in major units with a point; null is an empty cell. */
export function segmentProfitTable(rows: readonly SegmentProfit[], currency: string) {
  const amount = (minor: number | null) => (minor === null ? null : amountText(minor, currency));
  return {
    header: ["segment", "customers", ...PROFIT_AMOUNTS, "currency"],
    rows: rows.map((row) => [
      ...[row.segment, row.customers, amount(row.revenueMinor), amount(row.goodsMinor)],
      ...[amount(row.ordersMinor), amount(row.contactsMinor), amount(row.profitMinor), currency],
    ]),
  };
}
