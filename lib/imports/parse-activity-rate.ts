import type { RateUnit } from "#lib/activity-rates/types.ts";
import { nameKey } from "#lib/format/name-key.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { checkCurrency, readDay, readLabel, readMoney, readRow } from "./read-row.ts";
import { createWordReader } from "./read-word.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ActivityRateRow, ImportField, RowContext } from "./types.ts";

/** A rate without a day has always been so. */
const ALWAYS = "1970-01-01";

export const readRateUnit = createWordReader<RateUnit>({
  minute: "min perminute minuten",
  contact: "case ticket call percontact percase perticket percall kontakt anruf",
  order: "perorder bestellung auftrag commande pedido ordine",
  visit: "pervisit besuch visite visita bezoek",
  month: "permonth customermonth monat mois mes mese maand",
});

/** Reads the rate of one activity, or says what is wrong with each bad cell of its row. */
export function parseActivityRate(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<ActivityRateRow> {
  return readRow(row, columns, context, (cells) => read(row.line, cells, context));
}

function read(line: number, cells: RowCells, context: RowContext): ActivityRateRow {
  const activity = readLabel(cells, "activity") ?? "";
  if (activity === "") cells.rejectEmpty("activity");
  for (const field of ["unit", "cost"] as const)
    if (cells.text(field) === "") cells.rejectEmpty(field);
  const validFrom = readDay(cells, context, "validFrom") ?? ALWAYS;
  checkCurrency(cells, context);
  return {
    line,
    externalId: `${nameKey(activity)}@${validFrom}`,
    activity,
    unit: cells.parsed("unit", readRateUnit) ?? "contact",
    costMinor: readMoney(cells, context, "cost") ?? 0,
    currency: context.currency,
    validFrom,
  };
}
