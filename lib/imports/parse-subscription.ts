import type { Period } from "#lib/subscriptions/types.ts";
import type { ParsedRow } from "./parsed-row.ts";
import {
  checkCurrency,
  readCustomer,
  readDay,
  readLabel,
  readMoney,
  readRow,
  requiredDay,
  withNumber,
} from "./read-row.ts";
import { createWordReader } from "./read-word.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ImportField, RowContext, SubscriptionRow } from "./types.ts";

export const readPeriod = createWordReader<Period>({
  week: "w weekly perweek wochentlich woche hebdomadaire semanal settimanale wekelijks",
  month: "m mo monthly permonth 1month monatlich monat mensuel mois mensual mensile maandelijks",
  quarter: "q quarterly perquarter 3months quartal vierteljahrlich trimestriel trimestral",
  year: "y yr yearly annual annually peryear 12months jahrlich jahr annuel anual annuale jaarlijks",
});

/** Reads one subscription, or says what is wrong with each bad cell of its row. */
export function parseSubscription(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<SubscriptionRow> {
  const parsed = readRow(row, columns, context, (cells) => read(row.line, cells, context));
  return withNumber(parsed, context.identify, factsOf);
}

function read(line: number, cells: RowCells, context: RowContext): SubscriptionRow {
  const customer = readCustomer(cells);
  if (customer.customerExternalId === null && customer.customerEmail === null)
    cells.rejectEmpty(cells.has("customerExternalId") ? "customerExternalId" : "customerEmail");
  const startedOn = requiredDay(cells, context, "startedOn");
  const endedOn = readDay(cells, context, "endedOn");
  if (endedOn !== null && startedOn !== "" && endedOn < startedOn)
    cells.reject("endedOn", "Ends before it starts.");
  checkCurrency(cells, context);
  const priceMinor = readMoney(cells, context, "price");
  return {
    line,
    externalId: cells.optionalId("subscriptionExternalId"),
    customerExternalId: customer.customerExternalId ?? "",
    customerEmail: customer.customerEmail,
    plan: readLabel(cells, "plan"),
    startedOn,
    endedOn: cells.says("endedOn") ? endedOn : undefined,
    priceMinor,
    currency: priceMinor === null ? null : context.currency,
    period: cells.parsed("period", readPeriod),
  };
}

/** What tells a subscription from others when it has no number. */
function factsOf({ customerExternalId, customerEmail, startedOn, plan }: SubscriptionRow) {
  return [customerExternalId || customerEmail, startedOn, plan];
}
