import { describe, expect, it } from "vitest";
import { parseCustomer } from "#lib/imports/parse-customer.ts";
import { parseOrder } from "#lib/imports/parse-order.ts";
import type { ParsedRow } from "#lib/imports/parsed-row.ts";
import type { ImportField, RowContext } from "#lib/imports/types.ts";

const EMPTY = "This cell must not be empty.";
const CONTROL = "Holds an invisible control character. Remove it.";

/** The one row that was read, or why it was not. */
function outcome<Row>(parsed: ParsedRow<Row>) {
  return "rejects" in parsed ? parsed.rejects : parsed.rows[0];
}

function orderFile(columns: Record<string, ImportField | null>, context: Partial<RowContext> = {}) {
  const headers = Object.keys(columns);
  return (...cells: string[]) =>
    outcome(
      parseOrder({ line: 7, cells }, Object.values(columns), {
        headers,
        currency: "EUR",
        timeZone: "Europe/Berlin",
        identify: () => "auto:x:1",
        ...context,
      }),
    );
}

const order = orderFile({
  "Order No": "orderExternalId",
  Customer: "customerExternalId",
  Day: "orderedOn",
  Total: "amount",
  Cur: "currency",
  Qty: "quantity",
  SKU: "productCode",
  Shop: "channel",
  Notes: null,
});

describe("an order", () => {
  it("is read from its row", () => {
    const cells = [" O1 ", "C1", "31.12.2024", "12,50 €", "eur", "2.0", "P-1", "web", "ignored"];
    expect(order(...cells)).toEqual({
      line: 7,
      externalId: "O1",
      customerExternalId: "C1",
      orderedOn: "2024-12-31",
      orderedAt: null,
      amountMinor: 1250,
      currency: "EUR",
      quantity: 2,
      productCode: "P-1",
      channel: "web",
    });
  });

  it("may leave out what is optional, and is then named by its facts", () => {
    expect(order("", "C1", "2024-12-31", "0", "", "", "", "", "")).toEqual({
      line: 7,
      externalId: "auto:x:1",
      customerExternalId: "C1",
      orderedOn: "2024-12-31",
      orderedAt: null,
      amountMinor: 0,
      currency: "EUR",
      quantity: null,
      productCode: null,
      channel: null,
    });
  });

  it("is rejected with every bad cell, under the file's own headers", () => {
    const cells = ["O\u0007", "", "31.02.2020", "abc", "USD", "1.5", "P".repeat(201), "", ""];
    expect(order(...cells)).toEqual([
      { line: 7, column: "Order No", value: "O\u0007", reason: CONTROL },
      { line: 7, column: "Customer", value: "", reason: EMPTY },
      { line: 7, column: "Day", value: "31.02.2020", reason: "No such day." },
      { line: 7, column: "Total", value: "abc", reason: "Not an amount. Write it as 1234.50." },
      {
        line: 7,
        column: "Cur",
        value: "USD",
        reason: "USD differs from the file's EUR: one currency per file until rates exist.",
      },
      { line: 7, column: "Qty", value: "1.5", reason: "Not a whole number from 0 to 1000000000." },
      {
        line: 7,
        column: "SKU",
        value: "P".repeat(200),
        reason: "Longer than 200 characters.",
      },
    ]);
  });

  it("is rejected as a whole when its row has too many or too few cells", () => {
    const file = orderFile({
      a: "customerExternalId",
      b: "orderedOn",
      c: "amount",
      d: null,
      e: null,
    });
    const whole = { line: 7, column: "", value: "" };
    expect(file("1", "2", "3", "4", "5", "6", "7")).toEqual([
      { ...whole, reason: "Row has 7 cells, the header 5." },
    ]);
    expect(file("1")).toEqual([{ ...whole, reason: "Row has 1 cells, the header 5." }]);
  });

  it("takes its day from the instant, in the workspace's zone", () => {
    const file = orderFile({ id: "customerExternalId", at: "orderedAt", sum: "amount" });
    expect(file("C1", "2024-12-31T23:30:00Z", "1")).toMatchObject({
      orderedOn: "2025-01-01",
      orderedAt: "2024-12-31T23:30:00.000Z",
    });
    expect(file("C1", "2024-12-31", "1")).toMatchObject({
      orderedOn: "2024-12-31",
      orderedAt: null,
    });
    expect(file("C1", " ", "")).toEqual([
      { line: 7, column: "at", value: " ", reason: EMPTY },
      { line: 7, column: "sum", value: "", reason: EMPTY },
    ]);
  });

  it("never lets a cell of 1 MB through", () => {
    const huge = "9".repeat(1_000_000);
    const rejects = order(huge, huge, huge, huge, huge, huge, huge, huge, huge);
    expect(rejects).toHaveLength(8);
    expect(JSON.stringify(rejects).length).toBeLessThan(5000);
  });

  it.each([
    ["0", 0],
    ["1000000000", 1_000_000_000],
    ["2,00", 2],
  ])("has a quantity of %s", (text, quantity) => {
    expect(order("O1", "C1", "2024-12-31", "1", "", text, "", "", "")).toMatchObject({ quantity });
  });

  it.each([
    ["1000000001", "Not a whole number from 0 to 1000000000."],
    ["1,000", "Not a whole number from 0 to 1000000000."],
    ["1e3", "Not a whole number from 0 to 1000000000."],
    ["-1.5", "Not a whole number from 0 to 1000000000."],
  ])("is rejected for a quantity of %s", (value, reason) => {
    expect(order("O1", "C1", "2024-12-31", "1", "", value, "", "", "")).toEqual([
      { line: 7, column: "Qty", value, reason },
    ]);
  });
});

const customer = (...cells: string[]) =>
  outcome(
    parseCustomer(
      { line: 3, cells },
      ["externalId", "email", "name", "registeredOn", "attributes.City", "attributes.__proto__"],
      {
        headers: ["Nr", "Mail", "Name", "Since", "City", "Odd"],
        currency: "EUR",
        timeZone: "UTC",
        identify: () => "auto:x:1",
      },
    ),
  );

describe("a customer", () => {
  it("is read from its row", () => {
    const read = customer(" 17", "Ann@Example.COM ", "Ann Ó", "1.5.2020", "Graz", "");
    expect(read).toEqual({
      line: 3,
      externalId: "17",
      email: "ann@example.com",
      name: "Ann Ó",
      registeredOn: "2020-05-01",
      phone: null,
      consents: [],
      attributes: { City: "Graz" },
    });
  });

  it("may have a number only", () => {
    expect(customer("17", "", "", "", "", "")).toEqual({
      line: 3,
      externalId: "17",
      email: null,
      name: null,
      registeredOn: null,
      phone: null,
      consents: [],
      attributes: {},
    });
  });

  it("may have an attribute of any name", () => {
    const read = customer("17", "", "", "", "", "x");
    expect(JSON.stringify(read)).toContain('"attributes":{"__proto__":"x"}');
  });

  it.each([
    "ann",
    "ann@localhost",
    "a b@c.de",
    "a@b@c.de",
    "@c.de",
    "a@.",
    `${"a".repeat(250)}@b.de`,
  ])("is rejected for the address %s", (value) => {
    expect(customer("17", value, "", "", "", "")).toMatchObject([{ line: 3, column: "Mail" }]);
  });

  it("is rejected with every bad cell", () => {
    const read = customer("", "x", "n".repeat(201), "soon", "c".repeat(1001), "");
    expect(read).toMatchObject([
      { column: "Nr", reason: EMPTY },
      { column: "Mail", reason: "Not an e-mail address, such as ann@example.com." },
      { column: "Name", reason: "Longer than 200 characters." },
      { column: "Since", reason: "Not a date. Write it as 2024-12-31." },
      { column: "City", reason: "Longer than 1000 characters." },
    ]);
  });

  it("is shown without half a character when its cell is cut", () => {
    const read = customer("17", "", `${"n".repeat(199)}😀😀`, "", "", "");
    expect(read).toMatchObject([{ value: "n".repeat(199) }]);
  });
});
