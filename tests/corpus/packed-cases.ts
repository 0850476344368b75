import { gzipSync } from "node:zlib";
import { workbook } from "#tests/support/workbook.ts";
import type { CorpusCase } from "./types.ts";
import { lines, NOTHING, ORDERS_HEADER, refused, step, turnedAway } from "./write-case.ts";
import { zipFile } from "./zip-file.ts";

const ROWS = ["A1,C1,2025-03-01,10.50", "A2,C2,2025-03-02,20.00"] as const;
const HOLDS = {
  customers: 2,
  orders: 2,
  revenueMinor: 3050,
  days: ["2025-03-01", "2025-03-02"],
} as const;
const packed = () => gzipSync(lines(ORDERS_HEADER, ...ROWS)());
const GZIP = { fileName: "export.csv.gz" };
const XLSX = { fileName: "export.xlsx" };
const MEGABYTE = 1024 * 1024;

/** A gigabyte of one thing over and over, in a few megabytes: 64 gzip members of 16 MB, one after the other. */
function bomb(of: string): Uint8Array {
  const member = gzipSync(Buffer.alloc(16 * MEGABYTE, of));
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}

/** Packed files: sound ones are read, and those made to do harm are turned away. */
export const PACKED_CASES: readonly CorpusCase[] = [
  {
    kind: "orders",
    name: "a gzip file, and the same file unpacked",
    steps: [step(packed, [2, 0, 0], [], GZIP), step(lines(ORDERS_HEADER, ...ROWS), [0, 0, 2])],
    holds: HOLDS,
  },
  {
    kind: "orders",
    name: "a gzip file that is cut off",
    steps: [turnedAway(() => packed().subarray(0, -12), "broken or not whole", GZIP)],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a gzip file of a gigabyte of zeros",
    steps: [turnedAway(() => bomb("\0"), "not a CSV file", GZIP)],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a gzip file of a gigabyte of one row",
    steps: [turnedAway(() => bomb(`${ROWS[0]}\n`), "more than a hundred times its size", GZIP)],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a workbook",
    steps: [
      step(
        () =>
          workbook({
            Orders: [
              ["order_id", "customer_id", "date", "amount"],
              ["A1", "C1", new Date("2025-03-01"), 10.5],
              ["A2", "C2", "2025-03-02", 20],
            ],
          }),
        [2, 0, 0],
        [],
        XLSX,
      ),
    ],
    holds: HOLDS,
  },
  {
    kind: "orders",
    name: "a zip file of 5,000 entries",
    steps: [
      refused(
        () =>
          zipFile(
            Array.from({ length: 5_000 }, (_, at) => ({
              name: `xl/worksheets/sheet${at}.xml`,
              bytes: new Uint8Array(),
            })),
          ),
        "not a workbook that can be read",
        XLSX,
      ),
    ],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a zip file whose directory says a megabyte where there are a hundred",
    steps: [
      refused(
        () =>
          zipFile([
            {
              name: "xl/worksheets/sheet1.xml",
              bytes: Buffer.alloc(100 * MEGABYTE, "<c/>"),
              saidBytes: MEGABYTE,
            },
          ]),
        "not a workbook that can be read",
        XLSX,
      ),
    ],
    holds: NOTHING,
  },
  {
    kind: "orders",
    name: "a zip file whose entry is a link to a file of the server",
    steps: [
      refused(
        () =>
          zipFile([
            { name: "xl/workbook.xml", bytes: Buffer.from("/etc/passwd"), isSymlink: true },
            { name: "../../etc/passwd", bytes: Buffer.from("x") },
          ]),
        "not a workbook that can be read",
        XLSX,
      ),
    ],
    holds: NOTHING,
  },
];
