import { columnsFrom, distinctNames, firstRow, hasHeaders } from "./header-names.ts";
import type { ExportFormat } from "./types.ts";

/** Orders of Shopify: one row for each line, what belongs to the whole order on the first of them only. */
export const SHOPIFY_ORDERS: ExportFormat = {
  name: "shopify_orders",
  source: "Shopify",
  labelRows: 0,
  fits: (head) =>
    hasHeaders(head, ["Name", "Email", "Financial Status", "Lineitem quantity", "Lineitem price"]),
  headersOf: (head) => distinctNames(firstRow(head)),
  readings: {
    orders: ({ headers }) => ({
      columns: columnsFrom(headers, [
        ["orderExternalId", "Name"],
        ["customerEmail", "Email"],
        ["orderedAt", "Created at"],
        ["amount", "Total"],
        ["refunded", "Refunded Amount"],
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
  readings: {
    orders: ({ headers }) => ({
      columns: columnsFrom(headers, [
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
