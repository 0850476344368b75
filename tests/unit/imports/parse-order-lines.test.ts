import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseQuantity } from "#lib/imports/parse-quantity.ts";
import { createRowReader, type RowReaderOptions } from "#lib/imports/row-reader.ts";
import type { ImportField } from "#lib/imports/types.ts";

const LINES = {
  Order: "orderExternalId",
  Customer: "customerExternalId",
  Day: "orderedOn",
  SKU: "productCode",
  Name: "description",
  Qty: "quantity",
  Price: "unitPrice",
} as const;
const TOTALS = { ...LINES, Total: "amount" } as const;

type Columns = Record<string, ImportField>;
type Context = Partial<RowReaderOptions["context"]>;

/** The rows of a file, and the reasons of those that were rejected. */
function read(columns: Columns, rows: readonly string[], context: Context = {}) {
  const reader = createRowReader({
    kind: "orders",
    columns: Object.values(columns),
    context: { headers: Object.keys(columns), currency: "EUR", timeZone: "UTC", ...context },
    digest: (text) => createHash("sha256").update(text).digest("hex"),
  });
  const all = rows.map((row, at) => reader({ line: at + 2, cells: row.split(",") }));
  return {
    rows: all.flatMap((each) => each.rows),
    rejects: all.flatMap(({ rejects }) => rejects),
  };
}

describe("lines of orders", () => {
  it("cost their price times their quantity, one where none is said", () => {
    const { rows } = read(LINES, [
      "A1,C1,2025-03-01,TEA,Tea,3,1.50",
      "A1,C1,2025-03-01,CUP,,,2",
      "A1,C1,2025-03-01,BAG,,0,2",
    ]);
    expect(rows).toMatchObject([
      {
        ...{ part: "line", orderExternalId: "A1", number: "TEA:1", isFirst: true },
        ...{ amountMinor: 450, unitPriceMinor: 150, quantity: 3, totalMinor: null },
      },
      { number: "CUP:1", isFirst: false, amountMinor: 200, quantity: null },
      { number: "BAG:1", amountMinor: 0 },
    ]);
  });

  it("of one product are told apart by their order, those without a product by their description", () => {
    const { rows } = read(LINES, [
      "A1,C1,2025-03-01,TEA,,1,1",
      "A2,C1,2025-03-01,TEA,,1,1",
      "A1,C1,2025-03-01,TEA,,2,1",
      "A1,C1,2025-03-01,,Postage,1,1",
    ]);
    expect(rows.map(({ externalId }) => externalId)).toEqual([
      "A1 / TEA:1",
      "A2 / TEA:1",
      "A1 / TEA:2",
      "A1 / Postage:1",
    ]);
  });

  it("without an order number are orders of their own, the same in every file", () => {
    const { rows } = read(LINES, [
      ",C1,2025-03-01,TEA,,1,1",
      ",C1,2025-03-01,TEA,,1,1",
      ",C1,2025-03-01,TEA,,2,1",
    ]);
    const lines = rows.filter((row) => "part" in row && row.part === "line");
    const numbers = lines.map(({ orderExternalId }) => orderExternalId);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers[1]).toBe(numbers[0]?.replace(/:1$/, ":2"));
    expect(lines.map(({ isFirst }) => isFirst)).toEqual([true, true, true]);
  });

  it("need a price and a customer", () => {
    const { rejects } = read(LINES, ["A1,,2025-03-01,TEA,,1,"]);
    expect(rejects.map(({ column }) => column)).toEqual(["Customer", "Price"]);
  });

  it("are not worth more than can be counted", () => {
    const { rejects } = read(LINES, ["A1,C1,2025-03-01,TEA,,1000000000,9999999999"]);
    expect(rejects).toMatchObject([
      { column: "Price", reason: "The amount of this line is too large." },
    ]);
  });

  it("take the total, the customer and the day of their order from its first row", () => {
    const { rows, rejects } = read(TOTALS, [
      "A1,C1,2025-03-01,TEA,,2,4.50,14.00",
      "A1,,,CUP,,3,1.00,",
      "A2,C2,2025-03-02,,,,,20",
    ]);
    expect(rejects).toEqual([]);
    expect(rows).toMatchObject([
      { part: "line", totalMinor: 1400, amountMinor: 900 },
      { totalMinor: 1400, customerExternalId: "C1", orderedOn: "2025-03-01", amountMinor: 300 },
      // Without a line it is an order as any other.
      { externalId: "A2", amountMinor: 2000 },
    ]);
  });

  it("never belong to the order before when their own first row was rejected", () => {
    const { rows, rejects } = read(TOTALS, [
      "A1,C1,2025-03-01,TEA,,2,4.50,9.00",
      "A2,C1,soon,TEA,,2,4.50,9.00",
      "A2,,,CUP,,3,1.00,",
      "A1,,,CUP,,3,1.00,",
    ]);
    expect(rows).toHaveLength(1);
    expect(rejects.map(({ line, column }) => [line, column])).toEqual([
      [3, "Day"],
      ...[4, 5].flatMap((line) => ["Customer", "Day", "Total"].map((column) => [line, column])),
    ]);
  });

  it("may repeat the total of their order, but not contradict it", () => {
    const { rows, rejects } = read(TOTALS, [
      "A1,C1,2025-03-01,TEA,,2,4.50,14.00",
      "A1,C1,2025-03-01,CUP,,3,1.00,14.00",
      "A1,C1,2025-03-01,POT,,1,2.00,2.00",
    ]);
    expect(rows).toHaveLength(2);
    expect(rejects).toMatchObject([{ line: 4, column: "Total", value: "2.00" }]);
    expect(rejects[0]?.reason).toContain("leave the column out");
  });
});

describe("what comes back", () => {
  const WHOLE = {
    Order: "orderExternalId",
    Customer: "customerExternalId",
    Day: "orderedOn",
    SKU: "productCode",
    Qty: "quantity",
    Total: "amount",
    Of: "returnOf",
  } as const;

  it.each([
    ["an amount below zero", "R1,C1,2025-03-01,TEA,,-5.00,"],
    ["an amount in brackets", "R1,C1,2025-03-01,TEA,,(5.00),"],
    ["a quantity below zero", "R1,C1,2025-03-01,TEA,-1,5.00,"],
    ["both below zero", "R1,C1,2025-03-01,TEA,-1,-5.00,"],
    ["the order it takes back", "R1,C1,2025-03-01,TEA,1,5.00,A1"],
  ])("is told by %s", (_, row) => {
    const { rows, rejects } = read(WHOLE, [row]);
    expect(rejects).toEqual([]);
    expect(rows).toMatchObject([
      {
        ...{ part: "return", externalId: "R1:TEA:1", number: "R1", returnedOn: "2025-03-01" },
        ...{ amountMinor: 500, productCode: "TEA" },
      },
    ]);
  });

  it("is told by the start of its number only where the file is read so", () => {
    const row = ["c53,C1,2025-03-01,TEA,1,5.00,"];
    expect(read(WHOLE, row).rows).toMatchObject([{ externalId: "c53" }]);
    expect(read(WHOLE, row, { cancellationPrefix: "C" }).rows).toMatchObject([{ part: "return" }]);
    expect(
      read(WHOLE, ["D53,C1,2025-03-01,TEA,1,5.00,"], { cancellationPrefix: "C" }).rows,
    ).toMatchObject([{ externalId: "D53", amountMinor: 500 }]);
  });

  it("is a return beside its order where the order's own row says it", () => {
    const { rows } = read({ ...TOTALS, Back: "refunded" }, [
      "A1,C1,2025-03-01,TEA,,2,4.50,14.00,3.00",
      "A1,,,CUP,,3,1.00,,",
    ]);
    expect(rows).toMatchObject([
      { part: "line", totalMinor: 1400 },
      { part: "return", externalId: "A1:refund", returnOf: "A1", amountMinor: 300 },
      { part: "line" },
    ]);
  });

  it("is not an amount of nothing", () => {
    expect(read(WHOLE, ["A1,C1,2025-03-01,TEA,1,-0.00,"]).rows).toMatchObject([
      { externalId: "A1", amountMinor: 0 },
    ]);
  });

  it("does not stand in the way of the line that it takes back", () => {
    const { rows, rejects } = read(LINES, [
      "A1,C1,2025-03-01,TEA,,2,4.50",
      "A1,C1,2025-03-02,TEA,,-1,4.50",
    ]);
    expect(rejects).toEqual([]);
    expect(rows).toMatchObject([{ part: "line" }, { part: "return", amountMinor: 450 }]);
  });

  it("does not stand in the way of the order with its number", () => {
    const { rows, rejects } = read(WHOLE, [
      "A1,C1,2025-03-01,TEA,2,10.00,",
      "A1,C1,2025-03-01,TEA,-1,-5.00,",
      "A1,C1,2025-03-01,TEA,-1,-5.00,",
      "A1,C1,2025-03-01,TEA,2,10.00,",
    ]);
    expect(rows.map(({ externalId }) => externalId)).toEqual(["A1", "A1:TEA:1", "A1:TEA:2"]);
    expect(rejects).toMatchObject([{ line: 5 }]);
  });
});

it.each([
  ["-2", -2],
  ["−2,0", -2],
  ["-0", 0],
  ["2", 2],
])("reads a quantity of %s", (text, value) => {
  expect(parseQuantity(text)).toEqual({ value });
});
