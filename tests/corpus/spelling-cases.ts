import type { CorpusCase } from "./types.ts";
import { lines, ORDERS_HEADER, singleByte, step, utf16 } from "./write-case.ts";

const ROWS = ["A1,Müller,2025-03-01,10.50", "A2,Ærø,2025-03-02,20.00", "A3,Müller,2025-03-03,5"];
const TEXT = `${[ORDERS_HEADER, ...ROWS].join("\n")}\n`;
const HOLDS = {
  customers: 2,
  orders: 3,
  revenueMinor: 3550,
  days: ["2025-03-01", "2025-03-03"],
} as const;
const READ = { kind: "orders", holds: HOLDS, customers: ["Müller", "Ærø"] } as const;

/** One table in every spelling a program may write it in: encodings, line ends, delimiters. */
export const SPELLING_CASES: readonly CorpusCase[] = [
  { ...READ, name: "UTF-8", steps: [step(lines(ORDERS_HEADER, ...ROWS), [3, 0, 0])] },
  {
    ...READ,
    name: "UTF-8 with a byte-order mark",
    steps: [step(lines(`\uFEFF${ORDERS_HEADER}`, ...ROWS), [3, 0, 0])],
  },
  { ...READ, name: "UTF-16 little-endian", steps: [step(utf16(TEXT), [3, 0, 0])] },
  {
    ...READ,
    name: "UTF-16 big-endian",
    steps: [step(utf16(TEXT, { isBigEndian: true }), [3, 0, 0])],
  },
  {
    ...READ,
    name: "UTF-16 without a byte-order mark",
    steps: [step(utf16(TEXT, { hasMark: false }), [3, 0, 0])],
  },
  { ...READ, name: "Latin-1", steps: [step(singleByte(TEXT), [3, 0, 0])] },
  {
    ...READ,
    name: "Windows-1252 with a euro sign that Latin-1 does not have",
    steps: [step(singleByte(TEXT.replace("20.00", "€20.00"), { "€": 0x80 }), [3, 0, 0])],
  },
  {
    ...READ,
    name: "Windows-1254, told from Windows-1252 by its letters",
    steps: [step(singleByte(TEXT.replace("Ærø", "Ayşe"), { ş: 0xfe }), [3, 0, 0])],
    customers: ["Ayşe", "Müller"],
  },
  {
    ...READ,
    name: "CRLF line ends",
    steps: [step(singleByte(TEXT.replaceAll("\n", "\r\n")), [3, 0, 0])],
  },
  {
    ...READ,
    name: "three kinds of line ends in one file",
    steps: [step(lines(`${ORDERS_HEADER}\r\n${ROWS[0]}\r${ROWS[1]}\n${ROWS[2]}`), [3, 0, 0])],
  },
  {
    ...READ,
    name: "no line end after the last row, and blank lines between",
    steps: [step(singleByte(TEXT.replaceAll("\n", "\n\n").trimEnd()), [3, 0, 0])],
  },
  ...[
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ].map(([name = "", delimiter = ""]) => ({
    ...READ,
    name: `columns parted by ${name}`,
    steps: [step(singleByte(TEXT.replaceAll(",", delimiter)), [3, 0, 0])],
  })),
  {
    ...READ,
    name: "quoted cells with delimiters, quotes and line ends inside",
    steps: [
      step(
        lines(
          ORDERS_HEADER,
          '"A1","Smith, ""Jo""",2025-03-01,10.50',
          '"A2","two\nlines","2025-03-02","20.00"',
          'A3,"Smith, ""Jo""",2025-03-03,5',
        ),
        [3, 0, 0],
      ),
    ],
    customers: ['Smith, "Jo"', "two\nlines"],
  },
  {
    ...READ,
    name: "a title of one cell above the headers",
    steps: [step(lines("Orders of March 2025", "", ORDERS_HEADER, ...ROWS), [3, 0, 0])],
  },
  {
    ...READ,
    name: "headers in a row that the mapping names, with the lines of the file for what is rejected",
    steps: [
      step(
        lines("made,by,hand,on", "a,b,c,2025", ORDERS_HEADER, ...ROWS, "A4,Ærø,2025-02-30,1"),
        [3, 0, 0],
        [[7, "date", "No such day"]],
        { mapping: { columns: {}, headerRow: 3 } },
      ),
    ],
  },
  {
    kind: "orders",
    name: "numbers in every script, right to left and beyond the basic plane",
    steps: [
      step(
        lines(ORDERS_HEADER, "A1,שלום,2025-03-01,1", "A2,顧客,2025-03-01,2", "A3,😀,2025-03-01,3"),
        [3, 0, 0],
      ),
    ],
    holds: { customers: 3, orders: 3, revenueMinor: 600, days: ["2025-03-01", "2025-03-01"] },
    customers: ["שלום", "顧客", "😀"],
  },
];
