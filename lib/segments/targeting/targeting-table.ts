import { amountText } from "#lib/format/amount-text.ts";
import type { Measure } from "../segment-measures.ts";
import { FACTORS, type Targeting } from "./types.ts";

/** Columns of the file that are amounts. */
export const TARGETING_AMOUNTS = [
  ...["clv_per_customer", "clv_low", "clv_high"],
  ...["cost_per_customer", "cost_low", "cost_high"],
];

/** Segments as targets, as a file has them: amounts in major units, factors on 0..1, null an empty cell. */
export function targetingTable({ rows, currency }: Targeting) {
  const amount = (minor: number | null) => (minor === null ? null : amountText(minor, currency));
  const cellsOf = (measure: Measure | null) => [
    amount(measure?.value ?? null),
    ...[amount(measure?.interval?.[0] ?? null), amount(measure?.interval?.[1] ?? null)],
    measure?.n ?? null,
  ];
  return {
    columns: [
      ...["segment", "rank_by_hand", "rank_why", "not_why", "score", "rank_by_score"],
      ...["best_rank", "worst_rank", "customers", "clv_per_customer", "clv_low", "clv_high"],
      ...["clv_n", "cost_per_customer", "cost_low", "cost_high", "cost_n", "currency"],
      ...["fit", "capacity", "competency"],
      ...FACTORS.map((factor) => `${factor}_scale`),
    ],
    rows: rows.map((row) => [
      ...[row.name, row.rank, row.rankWhy, row.notWhy, rounded(row.score), row.scoreRank],
      ...[row.range?.best ?? null, row.range?.worst ?? null, row.customers],
      ...[...cellsOf(row.clv), ...cellsOf(row.costToServe), currency],
      ...[row.fit, row.capacity, row.competency],
      ...FACTORS.map((factor) => rounded(row.scales[factor])),
    ]),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}
