import type { CorpusCase } from "./types.ts";
import { lines, NOTHING, ORDERS_HEADER, step } from "./write-case.ts";

const NUMBERED = [
  "A1,C1,2025-03-01,10.00",
  "A2,C1,2025-04-01,20.50",
  "A3,C2,2025-04-02,5",
] as const;
const NAMELESS_HEADER = "customer_id,date,amount";
const NAMELESS = [
  "C1,2025-01-02,10",
  "C1,2025-01-02,10",
  "C2,2025-01-03,7",
  "C1,2025-01-02,10",
] as const;
const CUSTOMERS_HEADER = "customer_id,name,email,tier";

/** What comes twice, in one file or in two, and what comes changed. */
export const REPEAT_CASES: readonly CorpusCase[] = [
  {
    kind: "orders",
    name: "the same file three times",
    steps: [
      step(lines(ORDERS_HEADER, ...NUMBERED), [3, 0, 0]),
      step(lines(ORDERS_HEADER, ...NUMBERED), [0, 0, 3]),
      step(lines(ORDERS_HEADER, ...NUMBERED), [0, 0, 3]),
    ],
    holds: { customers: 2, orders: 3, revenueMinor: 3550, days: ["2025-03-01", "2025-04-02"] },
  },
  {
    kind: "orders",
    name: "a longer export with one row changed and the rows in another order",
    steps: [
      step(lines(ORDERS_HEADER, ...NUMBERED), [3, 0, 0]),
      step(
        lines(ORDERS_HEADER, "A4,C3,2025-05-01,1", NUMBERED[2], "A2,C1,2025-04-01,21", NUMBERED[0]),
        [1, 1, 2],
      ),
    ],
    holds: { customers: 3, orders: 4, revenueMinor: 3700, days: ["2025-03-01", "2025-05-01"] },
  },
  {
    kind: "orders",
    name: "an order number that comes twice",
    steps: [
      step(
        lines(ORDERS_HEADER, ...NUMBERED, "A1,C9,2025-03-01,99"),
        [3, 0, 0],
        [[5, "order_id", "Same order number"]],
      ),
    ],
    holds: { customers: 2, orders: 3, revenueMinor: 3550, days: ["2025-03-01", "2025-04-02"] },
  },
  {
    kind: "orders",
    name: "equal orders without numbers, and the same file again",
    steps: [
      step(lines(NAMELESS_HEADER, ...NAMELESS), [4, 0, 0]),
      step(lines(NAMELESS_HEADER, ...NAMELESS), [0, 0, 4]),
    ],
    holds: { customers: 2, orders: 4, revenueMinor: 3700, days: ["2025-01-02", "2025-01-03"] },
  },
  {
    kind: "orders",
    name: "a longer export without order numbers",
    steps: [
      step(lines(NAMELESS_HEADER, ...NAMELESS), [4, 0, 0]),
      step(
        lines(
          NAMELESS_HEADER,
          NAMELESS[2],
          ...NAMELESS.toSpliced(2, 1),
          NAMELESS[0],
          "C3,2025-02-01,1",
        ),
        [2, 0, 4],
      ),
    ],
    holds: { customers: 3, orders: 6, revenueMinor: 4800, days: ["2025-01-02", "2025-02-01"] },
  },
  {
    kind: "customers",
    name: "customers, again, and changed",
    steps: [
      step(
        lines(CUSTOMERS_HEADER, "C1,Ann,ann@example.com,gold", "C2,Bo,bo@example.com,silver"),
        [2, 0, 0],
      ),
      step(
        lines(CUSTOMERS_HEADER, "C1,Ann,ann@example.com,gold", "C2,Bo,bo@example.com,silver"),
        [0, 0, 2],
      ),
      step(
        lines(
          CUSTOMERS_HEADER,
          "C1,Ann,ann@example.com,platinum",
          "C2,Bo,bo@example.com,silver",
          "C3,Cy,no address,gold",
          "C4,Di,di@example.com,",
          "C4,Di,di@example.com,",
        ),
        [1, 1, 1],
        [
          [4, "email", "Not an e-mail address"],
          [6, "customer_id", "Same customer number"],
        ],
      ),
    ],
    holds: { ...NOTHING, customers: 3 },
    customers: ["C1", "C2", "C4"],
  },
];
