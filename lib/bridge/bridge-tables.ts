import { amountText } from "#lib/format/amount-text.ts";
import { partField } from "#lib/lists/index.ts";
import type { AcquisitionReturn, Bridge, BridgePart } from "./types.ts";

/** A file's header and its rows. Amounts in major units with a point; null is an empty cell. */
export type BridgeTable = { header: string[]; rows: (string | number | null)[][] };

/** The columns of both tables that are amounts. */
export const BRIDGE_AMOUNTS = [
  ...["amount", "amount_each", "cost", "cost_each", "earned_each"],
  ...["expected_each", "value_each"],
];

/** What a file of the bridge page is asked for: which of the two. */
export const BRIDGE_FILE = { file: partField("file", ["bridge", "acquisition"]) };

/** The steps of every tier; an empty tier is all customers. */
export function bridgeTable(parts: readonly BridgePart[], currency: string): BridgeTable {
  return {
    header: ["tier", "customers", "term", "amount", "amount_each", "currency"],
    rows: parts.flatMap(({ name, bridge: { customers, steps } }) =>
      steps.map(({ term, amountMinor }) => [
        ...[name, customers, term, amountText(amountMinor, currency)],
        customers === 0 ? null : amountText(Math.round(amountMinor / customers), currency),
        currency,
      ]),
    ),
  };
}

/** The columns of the bridge of one customer: new ones come after the last. */
export const CUSTOMER_BRIDGE_COLUMNS = ["customer_id", "term", "amount", "currency"] as const;

/** Its steps; no row where there is no bridge. */
export function customerBridgeRows(
  { externalId, bridge }: { externalId: string; bridge: Bridge | null },
  currency: string,
): BridgeTable["rows"] {
  return (bridge?.steps ?? []).map(({ term, amountMinor }) => [
    ...[externalId, term, amountText(amountMinor, currency), currency],
  ]);
}

/** What each channel cost and what the customers won through it are worth; ratios with their 95 % interval. */
export function acquisitionTable(found: AcquisitionReturn | null, currency: string): BridgeTable {
  const amount = (minor: number | null) =>
    minor === null ? null : amountText(Math.round(minor), currency);
  return {
    header: [
      ...["channel", "cost", "customers", "cost_each", "earned_each", "expected_each"],
      ...["value_each", "ratio", "ratio_low", "ratio_high", "currency"],
    ],
    rows: (found?.channels ?? []).map((row) => [
      ...[row.channel, amount(row.costMinor), row.customers, amount(row.costEachMinor)],
      ...[amount(row.earnedEachMinor), amount(row.expectedEachMinor), amount(row.valueEachMinor)],
      ...[row.ratio, row.ratioInterval?.[0] ?? null, row.ratioInterval?.[1] ?? null, currency],
    ]),
  };
}
