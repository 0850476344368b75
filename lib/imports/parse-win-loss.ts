import type { WinLossOutcome } from "#lib/win-loss/types.ts";
import type { ParsedRow } from "./parsed-row.ts";
import {
  checkCurrency,
  readBody,
  readCustomer,
  readLabel,
  readMoney,
  readRow,
  requiredDay,
  withNumber,
} from "./read-row.ts";
import { createWordReader } from "./read-word.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ImportField, RowContext, WinLossRow } from "./types.ts";

export const readOutcome = createWordReader<WinLossOutcome>({
  won: "win closedwon gewonnen gagne ganado vinto gewonnen 1 true yes",
  lost: "loss lose closedlost verloren perdu perdido perso 0 false no",
  no_decision: "nodecision abandoned stalled none cancelled canceled",
});

/** Reads one win/loss record, or says what is wrong with each bad cell of its row. */
export function parseWinLoss(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<WinLossRow> {
  const parsed = readRow(row, columns, context, (cells) => read(row.line, cells, context));
  return withNumber(parsed, context.identify, factsOf);
}

function read(line: number, cells: RowCells, context: RowContext): WinLossRow {
  if (cells.text("dealOutcome") === "") cells.rejectEmpty("dealOutcome");
  const outcome = cells.parsed("dealOutcome", readOutcome);
  const amountMinor = readMoney(cells, context, "amount");
  checkCurrency(cells, context);
  return {
    line,
    externalId: cells.optionalId("dealExternalId"),
    ...readCustomer(cells),
    decidedOn: requiredDay(cells, context, "decidedOn"),
    outcome: outcome ?? "no_decision",
    offer: readLabel(cells, "offer"),
    competitor: readLabel(cells, "competitor"),
    reason: readLabel(cells, "reason"),
    amountMinor,
    currency: amountMinor === null ? null : context.currency,
    body: readBody(cells, "notes"),
    segment: readLabel(cells, "segment"),
    department: readLabel(cells, "department"),
  };
}

/** What tells a record from others when it has no number. */
function factsOf({ customerExternalId, customerEmail, decidedOn, offer, outcome }: WinLossRow) {
  return [customerExternalId ?? customerEmail, decidedOn, offer, outcome];
}
