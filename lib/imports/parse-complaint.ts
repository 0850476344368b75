import type { ParsedRow } from "./parsed-row.ts";
import {
  readBody,
  readCustomer,
  readDay,
  readLabel,
  readRow,
  readWhen,
  withNumber,
} from "./read-row.ts";
import { parseYesNo } from "./read-word.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ComplaintRow, ImportField, RowContext } from "./types.ts";

/** Reads one complaint, or says what is wrong with each bad cell of its row. */
export function parseComplaint(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<ComplaintRow> {
  const parsed = readRow(row, columns, context, (cells) => read(row.line, cells, context));
  return withNumber(parsed, context.identify, factsOf);
}

function read(line: number, cells: RowCells, context: RowContext): ComplaintRow {
  const { on, at } = readWhen(cells, context, "receivedOn", "receivedAt");
  const closedOn = readDay(cells, context, "closedOn");
  if (closedOn !== null && on !== "" && closedOn < on)
    cells.reject("closedOn", "Closed before it was received.");
  return {
    line,
    externalId: cells.optionalId("complaintExternalId"),
    ...readCustomer(cells),
    receivedOn: on,
    receivedAt: at,
    closedOn,
    ...readWhat(cells),
    isTimely: cells.parsed("isTimely", parseYesNo),
    isDisputed: cells.parsed("isDisputed", parseYesNo),
    touchpoint: readLabel(cells, "touchpoint"),
    segment: readLabel(cells, "segment"),
    department: readLabel(cells, "department"),
  };
}

function readWhat(cells: RowCells) {
  return {
    status: readLabel(cells, "status"),
    channel: readLabel(cells, "channel"),
    product: readLabel(cells, "product"),
    reason: readLabel(cells, "reason"),
    subReason: readLabel(cells, "subReason"),
    subject: cells.optionalText("subject", 500),
    body: readBody(cells, "description"),
    resolution: readBody(cells, "resolution"),
  };
}

/** What tells a complaint from others when it has no number. */
function factsOf(row: ComplaintRow) {
  const { customerExternalId, customerEmail, receivedAt, receivedOn, reason, subject, body } = row;
  return [customerExternalId ?? customerEmail, receivedAt ?? receivedOn, reason, subject, body];
}
