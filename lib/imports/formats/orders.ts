import { columnsFrom, distinctNames, firstRow, hasHeaders } from "./header-names.ts";
import type { LeftOut } from "./left-out.ts";
import type { ExportFormat } from "./types.ts";

const TEST_ORDER = "A test order, not a sale.";

/** Paid with the gateway that shops are tried out with, or marked. */
const TEST_ORDERS: readonly LeftOut[] = [
  { header: "Payment Method", why: (text) => (/\bbogus\b/i.test(text) ? TEST_ORDER : null) },
  { header: "Test", why: (text) => (/^(?:true|yes|1)$/i.test(text) ? TEST_ORDER : null) },
];

/** Orders of Shopify: one row for each line, what belongs to the whole order on the first of them only. */
export const SHOPIFY_ORDERS: ExportFormat = {
  name: "shopify_orders",
  source: "Shopify",
  labelRows: 0,
  fits: (head) =>
    hasHeaders(head, ["Name", "Email", "Financial Status", "Lineitem quantity", "Lineitem price"]),
  headersOf: (head) => distinctNames(firstRow(head)),
  leftOut: { orders: TEST_ORDERS },
  readings: {
    orders: ({ headers }) => ({
      ...columnsFrom(headers, [
        ["orderExternalId", "Name"],
        ["customerEmail", "Email"],
        ["orderedAt", "Created at"],
        ["amount", "Total"],
        ["refunded", "Refunded Amount"],
        ["orderStatus", "Cancelled at", "Financial Status"],
        ["currency", "Currency"],
        ["channel", "Source"],
        ["quantity", "Lineitem quantity"],
        ["productCode", "Lineitem sku"],
        ["description", "Lineitem name"],
        ["unitPrice", "Lineitem price"],
      ]),
      dateFormat: "ymd",
      decimalSeparator: ".",
    }),
  },
};

/** Lines of invoices as UCI's Online Retail has them, in both its spellings; a C before the number takes back. */
export const UCI_ONLINE_RETAIL: ExportFormat = {
  name: "uci_online_retail",
  source: "Online Retail",
  labelRows: 0,
  fits: (head) =>
    hasHeaders(head, ["StockCode", "Description", "Quantity", "InvoiceDate", "CustomerID"]) &&
    (hasHeaders(head, ["InvoiceNo", "UnitPrice"]) || hasHeaders(head, ["Invoice", "Price"])),
  headersOf: (head) => distinctNames(firstRow(head)),
  // A column with gaps was a number with decimals on its way: "13085.0" is 13085.
  tidied: [{ header: "CustomerID", tidy: (text) => text.replace(/^(\s*\d+)\.0+(\s*)$/, "$1$2") }],
  readings: {
    orders: ({ headers }) => ({
      ...columnsFrom(headers, [
        ["orderExternalId", "InvoiceNo", "Invoice"],
        ["customerExternalId", "CustomerID"],
        ["orderedAt", "InvoiceDate"],
        ["quantity", "Quantity"],
        ["productCode", "StockCode"],
        ["description", "Description"],
        ["unitPrice", "UnitPrice", "Price"],
      ]),
      dateFormat: "mdy",
      decimalSeparator: ".",
      cancellationPrefix: "C",
    }),
  },
};
