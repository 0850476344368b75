import { expect, it } from "vitest";
import { inertCell } from "#lib/csv/index.ts";
import { CUSTOMER_FILE_COLUMNS } from "#lib/customers/types.ts";
import { ownCells } from "#lib/imports/own-exports.ts";
import { resolveHeaders } from "#lib/imports/resolve-headers.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { recordColumns } from "#lib/records/index.ts";
import { importKindOf } from "#lib/records/kinds.ts";
import { RECORD_KINDS } from "#lib/records/types.ts";
import { SIGNAL_COLUMNS } from "#lib/signals/index.ts";

/** Our files of lists, by what they are imported as. */
const FILES: readonly (readonly [string, ImportKind, readonly string[]])[] = [
  ["customers", "customers", CUSTOMER_FILE_COLUMNS],
  ["feedback", "signals", SIGNAL_COLUMNS],
  ...RECORD_KINDS.map((kind) => [kind, importKindOf(kind), recordColumns(kind).columns] as const),
];

/** What a file tells that is no field of a row: where it came from, and what is computed. */
const NO_FIELDS: Readonly<Record<string, readonly string[]>> = {
  customers: ["segment", "orders", "revenue", "profit_before_contacts", "currency", "last_order"],
  orders: ["amount", "returned"],
  order_lines: ["number", "amount"],
  returns: ["status"],
  subscriptions: ["source", "status"],
  activity_rates: ["number", "source"],
  segment_lists: ["number", "source", "listed_on", "status"],
};

it.each(FILES)("our own file of %s comes back in without a mapping", (name, kind, headers) => {
  const { columns, problems } = resolveHeaders(kind, headers);
  expect(problems).toEqual([]);
  const left = headers.filter((_, at) => columns[at] === null);
  expect(left).toEqual(NO_FIELDS[name] ?? ["source"]);
});

it("a file of customers from before profit had its full name comes back in as well", () => {
  const headers = CUSTOMER_FILE_COLUMNS.map((column) => column.replace(/^profit_.+$/, "profit"));
  const { columns } = resolveHeaders("customers", headers);
  expect(columns[headers.indexOf("profit")]).toBeNull();
});

it("our own file of orders comes back in with what was paid, not with what was kept of it", () => {
  const { columns: headers } = recordColumns("orders");
  const { columns } = resolveHeaders("orders", headers);
  expect(columns[headers.indexOf("gross")]).toBe("amount");
});

it("our own file of returns comes back in as returns of the orders that it names", () => {
  const { columns: headers } = recordColumns("returns");
  const { columns } = resolveHeaders("orders", headers);
  expect(
    ["number", "order_number", "returned_on"].map((each) => columns[headers.indexOf(each)]),
  ).toEqual(["orderExternalId", "returnOf", "orderedOn"]);
});

it("of another file two columns for the amount are still asked about", () => {
  const headers = ["order_id", "customer_id", "date", "amount", "gross"];
  expect(resolveHeaders("orders", headers).problems.join(" ")).toContain("both look like");
});

it("only cells of our own files lose the sign that keeps spreadsheets from running them", () => {
  const cells = ["'=1+1", "'-5 degrees", "'quoted'", "plain", "-5"];
  const own = ownCells("signals", SIGNAL_COLUMNS);
  expect(own?.(cells)).toEqual(["=1+1", "-5 degrees", "'quoted'", "plain", "-5"]);
  expect(ownCells("signals", ["number", "date", "comment"])).toBeUndefined();
});

it.each(["=1+1", "'=keep", "''=keep", "'", "''", "'quoted'", "-5", "'-5", "- 5", "\t@", "'+a"])(
  "the text %j survives the way out and back in",
  (text) => {
    expect(ownCells("signals", SIGNAL_COLUMNS)?.([inertCell(text)])).toEqual([text]);
    expect(inertCell(text)).toMatch(/^(?![=+@\t\r])(?!-\D)/);
  },
);
