import type { CorpusCase } from "./types.ts";
import { lines, ORDERS_HEADER, step } from "./write-case.ts";

/** Days, amounts and currencies as people write them in different countries. */
export const VALUE_CASES: readonly CorpusCase[] = [
  {
    kind: "orders",
    name: "days that can be read two ways, with nobody asked",
    steps: [
      step(
        lines(ORDERS_HEADER, "A1,C1,03/04/2025,1", "A2,C2,25/12/2024,1", "A3,C3,12/25/2024,1"),
        [2, 0, 0],
        [[2, "date", "can be read two ways"]],
      ),
    ],
    holds: { customers: 2, orders: 2, revenueMinor: 200, days: ["2024-12-25", "2024-12-25"] },
  },
  {
    kind: "orders",
    name: "days with the day first",
    steps: [
      step(
        lines(ORDERS_HEADER, "A1,C1,03/04/2025,1", "A2,C2,5-6-2025,1", "A3,C3,12/25/2024,1"),
        [2, 0, 0],
        [[4, "date", "No such day"]],
        { mapping: { columns: {}, dateFormat: "dmy" } },
      ),
    ],
    holds: { customers: 2, orders: 2, revenueMinor: 200, days: ["2025-04-03", "2025-06-05"] },
  },
  {
    kind: "orders",
    name: "days with the month first",
    steps: [
      step(
        lines(ORDERS_HEADER, "A1,C1,03/04/2025,1", "A2,C2,5-6-2025,1", "A3,C3,25/12/2024,1"),
        [2, 0, 0],
        [[4, "date", "No such day"]],
        { mapping: { columns: {}, dateFormat: "mdy" } },
      ),
    ],
    holds: { customers: 2, orders: 2, revenueMinor: 200, days: ["2025-03-04", "2025-05-06"] },
  },
  {
    kind: "orders",
    name: "days that are none",
    steps: [
      step(
        lines(
          ORDERS_HEADER,
          "A1,C1,2025-02-30,1",
          "A2,C1,1.2.25,1",
          "A3,C1,yesterday,1",
          "A4,C1,1850-01-01,1",
          "A5,C1,2199-01-01,1",
          "A6,C1,29.02.2024,1",
          "A7,C1,20240301,1",
        ),
        [2, 0, 0],
        [
          [2, "date", "No such day"],
          [3, "date", "four digits"],
          [4, "date", "Not a date"],
          [5, "date", "between 1900 and 2200"],
          [6, "date", "in the future"],
        ],
      ),
    ],
    holds: { customers: 1, orders: 2, revenueMinor: 200, days: ["2024-02-29", "2024-03-01"] },
  },
  {
    kind: "orders",
    name: "decimal commas and marks between thousands",
    steps: [
      step(
        lines(
          "order_id;customer_id;date;amount",
          "A1;C1;2025-03-01;1.234,50",
          "A2;C1;2025-03-01;12,5",
          "A3;C1;2025-03-01;1 000 000,00",
          "A4;C1;2025-03-01;1'234.50",
          "A5;C1;2025-03-01;1,234",
          "A6;C1;2025-03-01;1.234.5",
        ),
        [4, 0, 0],
        [
          [6, "amount", "can be read two ways"],
          [7, "amount", "Not an amount"],
        ],
      ),
    ],
    holds: {
      ...{ customers: 1, orders: 4, days: ["2025-03-01", "2025-03-01"] },
      revenueMinor: 123_450 + 1_250 + 100_000_000 + 123_450,
    },
  },
  {
    kind: "orders",
    name: "amounts whose comma is said to be for decimals",
    steps: [
      step(
        lines(
          "order_id;customer_id;date;amount",
          "A1;C1;2025-03-01;1,23",
          "A2;C1;2025-03-01;1.234",
        ),
        [2, 0, 0],
        [],
        { mapping: { columns: {}, decimalSeparator: "," } },
      ),
    ],
    holds: {
      ...{ customers: 1, orders: 2, days: ["2025-03-01", "2025-03-01"] },
      revenueMinor: 123 + 123_400,
    },
  },
  {
    kind: "orders",
    name: "amounts with signs of the file's currency and of others",
    steps: [
      step(
        lines(
          ORDERS_HEADER,
          "A1,C1,2025-03-01,€ 12.00",
          "A2,C1,2025-03-01,12.00 EUR",
          "A3,C1,2025-03-01,$12.00",
          "A4,C1,2025-03-01,12 GBP",
          "A5,C1,2025-03-01,9.999",
          "A6,C1,2025-03-01,9.9999",
        ),
        [2, 0, 0],
        [
          [4, "amount", "$ is not the file's currency, EUR"],
          [5, "amount", "GBP is not the file's currency, EUR"],
          [6, "amount", "can be read two ways"],
          [7, "amount", "More decimals than EUR has"],
        ],
      ),
    ],
    holds: {
      ...{ customers: 1, orders: 2, days: ["2025-03-01", "2025-03-01"] },
      revenueMinor: 2_400,
    },
  },
  {
    kind: "orders",
    name: "a column of currencies",
    steps: [
      step(
        lines(
          `${ORDERS_HEADER},currency`,
          "A1,C1,2025-03-01,1,EUR",
          "A2,C1,2025-03-01,1,USD",
          "A3,C1,2025-03-01,1,",
        ),
        [2, 0, 0],
        [[3, "currency", "USD differs from the file's EUR"]],
      ),
    ],
    holds: {
      ...{ customers: 1, orders: 2, days: ["2025-03-01", "2025-03-01"] },
      revenueMinor: 200,
    },
  },
  {
    kind: "orders",
    name: "amounts below, at and far above zero",
    steps: [
      step(
        lines(
          ORDERS_HEADER,
          "A1,C1,2025-03-01,-5.00",
          "A2,C1,2025-03-01,(5.00)",
          "A3,C1,2025-03-01,5.00-",
          "A4,C1,2025-03-01,0.00",
          "A5,C1,2025-03-01,99999999999999999",
          "A6,C1,2025-03-01,",
        ),
        // What is below zero comes back: of orders that are not known here.
        [4, 0, 0],
        [
          [6, "amount", "too large"],
          [7, "amount", "must not be empty"],
        ],
      ),
    ],
    holds: { customers: 1, orders: 1, revenueMinor: 0, days: ["2025-03-01", "2025-03-01"] },
  },
  {
    kind: "orders",
    name: "several bad cells in one row",
    steps: [
      step(
        lines(`${ORDERS_HEADER},quantity`, "A1,,soon,free,-1", "A2,C2,2025-03-01,1,2"),
        [1, 0, 0],
        [
          [2, "customer_id", "must not be empty"],
          [2, "date", "Not a date"],
          [2, "amount", "Not an amount"],
        ],
      ),
    ],
    holds: { customers: 1, orders: 1, revenueMinor: 100, days: ["2025-03-01", "2025-03-01"] },
  },
];
