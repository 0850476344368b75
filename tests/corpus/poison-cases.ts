import type { CorpusCase } from "./types.ts";
import { lines, NOTHING, ORDERS_HEADER, refused, singleByte, step } from "./write-case.ts";

const row = (at: number) => `A${at},C${at},2025-03-01,1.00`;
const many = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1));
const COLUMNS = 10_000;
const wide = (word: string) => Array.from({ length: COLUMNS }, (_, at) => `${word}${at}`).join(",");
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d];

/** What `count` sound rows of one euro leave behind. */
const holds = (count: number) => ({
  customers: count,
  orders: count,
  revenueMinor: 100 * count,
  days: ["2025-03-01", "2025-03-01"] as const,
});

/** Files that break readers: each loses its bad rows, says which and why, and nothing else. */
export const POISON_CASES: readonly CorpusCase[] = [
  {
    kind: "orders",
    name: "a row with a NUL byte",
    steps: [
      step(
        lines(ORDERS_HEADER, row(1), "A2,C\0two,2025-03-01,1", row(3)),
        [2, 0, 0],
        [[3, "", "NUL character"]],
      ),
    ],
    holds: holds(2),
  },
  {
    kind: "orders",
    name: "a lone quote in front of 5,000 rows",
    steps: [
      step(
        lines(ORDERS_HEADER, row(0), 'A9999,"C9999,2025-03-01,1', ...many(5_000)),
        [5_001, 0, 0],
        [[3, "", "never closes"]],
      ),
    ],
    holds: holds(5_001),
  },
  {
    kind: "orders",
    name: "a lone quote in the last row",
    steps: [
      step(
        lines(ORDERS_HEADER, row(1), 'A2,"C2,2025-03-01,1'),
        [1, 0, 0],
        [[3, "", "never closes"]],
      ),
    ],
    holds: holds(1),
  },
  {
    kind: "orders",
    name: "a cell of 1 MB and one of 3 MB",
    steps: [
      step(
        lines(
          ORDERS_HEADER,
          row(1),
          `A2,${"x".repeat(1_000_000)},2025-03-01,1`,
          `A3,${"y".repeat(3_000_000)},2025-03-01,1`,
          row(4),
        ),
        [2, 0, 0],
        [
          [3, "customer_id", "Longer than 200 characters"],
          [4, "", "longer than 1 MB"],
        ],
      ),
    ],
    holds: holds(2),
  },
  {
    kind: "orders",
    name: "10,000 columns that are left out",
    steps: [
      step(
        lines(
          `${ORDERS_HEADER},${wide("extra")}`,
          `${row(1)},${wide("")}`,
          `${row(2)},${wide("")}`,
        ),
        [2, 0, 0],
      ),
    ],
    holds: holds(2),
  },
  {
    kind: "customers",
    name: "10,000 columns that would all become attributes",
    steps: [refused(lines(`customer_id,${wide("extra")}`, `C1,${wide("")}`), "at most 200 can")],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "two columns with one name",
    steps: [
      refused(
        lines("customer_id,customer_id,date,amount", "C1,C2,2025-03-01,1"),
        'Two columns are called "customer_id"',
      ),
    ],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "two columns that mean one field",
    steps: [
      refused(
        lines("customer_id,client,date,amount", "C1,C2,2025-03-01,1"),
        '"customer_id" and "client" both look like the customer number',
      ),
    ],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "cells that a spreadsheet would run",
    steps: [
      step(
        lines(
          ORDERS_HEADER,
          '=cmd(),"=HYPERLINK(""http://x.example"")",2025-03-01,1',
          "+A2,@SUM(1),2025-03-01,1",
          '-A3,"-2+3",2025-03-01,1',
        ),
        [3, 0, 0],
      ),
    ],
    holds: holds(3),
    customers: ["-2+3", '=HYPERLINK("http://x.example")', "@SUM(1)"],
  },
  {
    kind: "orders",
    name: "rows with too many and too few cells",
    steps: [
      step(
        lines(ORDERS_HEADER, row(1), `${row(2)},more`, "A3,C3", row(4)),
        [2, 0, 0],
        [
          [3, "", "Row has 5 cells, the header 4"],
          [4, "", "Row has 2 cells, the header 4"],
        ],
      ),
    ],
    holds: holds(2),
  },
  {
    kind: "orders",
    name: "bytes that are no text in a file of UTF-8",
    steps: [
      step(
        () =>
          Buffer.concat([
            lines(ORDERS_HEADER, "A1,Çüéâ Ðøæå ßþñõ,2025-03-01,1")(),
            singleByte("A2,\xff\xfe,2025-03-01,1\n")(),
            lines(row(3))(),
          ]),
        [2, 0, 0],
        [[3, "", "bytes that are no text"]],
      ),
    ],
    holds: holds(2),
  },
  {
    kind: "orders",
    name: "numbers that are too long, empty or invisible",
    steps: [
      step(
        lines(
          ORDERS_HEADER,
          `A1,${"c".repeat(201)},2025-03-01,1`,
          `${"a".repeat(9_000)},C2,2025-03-01,1`,
          "A3,,2025-03-01,1",
          "A4,C\u00074,2025-03-01,1",
          row(5),
        ),
        [1, 0, 0],
        [
          [2, "customer_id", "Longer than 200 characters"],
          [3, "order_id", "Longer than 200 characters"],
          [4, "customer_id", "must not be empty"],
          [5, "customer_id", "invisible control character"],
        ],
      ),
    ],
    holds: holds(1),
  },
  {
    kind: "orders",
    name: "an empty file",
    steps: [refused(() => new Uint8Array(), "The file is empty.")],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "blank lines and nothing else",
    steps: [refused(lines("", "  ", ""), "The file is empty.")],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a header and no rows",
    steps: [step(lines(ORDERS_HEADER), [0, 0, 0])],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a header that names no customer number",
    steps: [refused(lines("order_id,amount", "A1,1"), "No column holds the customer number")],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a picture",
    steps: [refused(() => Uint8Array.from(PNG), "not a CSV file", { fileName: "export.png" })],
    holds: NOTHING,
  },
];
