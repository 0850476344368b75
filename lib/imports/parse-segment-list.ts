import { readYesNo } from "#lib/customers/types.ts";
import { nameKey } from "#lib/format/name-key.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { readCustomer, readDay, readLabel, readRow } from "./read-row.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ImportField, RowContext, RowOf } from "./types.ts";

type SegmentListRow = RowOf["segment_lists"];

/** Reads that a customer belongs to a segment or leaves it, or says what is wrong with each bad cell of the row. */
export function parseSegmentList(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<SegmentListRow> {
  return readRow(row, columns, context, (cells) => read(row.line, cells, context));
}

function read(line: number, cells: RowCells, context: RowContext): SegmentListRow {
  const customer = readCustomer(cells);
  const segment = readLabel(cells, "segment");
  if (segment === null) cells.rejectEmpty("segment");
  if (customer.customerExternalId === null && customer.customerEmail === null)
    cells.rejectEmpty(cells.has("customerExternalId") ? "customerExternalId" : "customerEmail");
  return {
    line,
    externalId: entryNumber(segment ?? "", customer, context),
    ...customer,
    segment,
    hasLeft: readLeft(cells, context),
  };
}

/** One entry for each customer and segment: a later file says whether it still holds. An address is not told by its number. */
function entryNumber(
  segment: string,
  { customerExternalId, customerEmail }: ReturnType<typeof readCustomer>,
  { identify }: RowContext,
): string {
  const name = nameKey(segment);
  if (customerExternalId === null) return identify([name, customerEmail ?? ""]);
  return `${name} » ${customerExternalId}`;
}

/** Yes, or the day on which the customer left; nothing and no are a member. */
function readLeft(cells: RowCells, context: RowContext): boolean {
  const text = cells.text("hasLeft");
  if (text === "") return false;
  return readYesNo(text) ?? readDay(cells, context, "hasLeft") !== null;
}
