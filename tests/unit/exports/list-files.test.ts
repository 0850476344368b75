import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import {
  csvText,
  exportFileName,
  exportFormat,
  jsonText,
  type ListFile,
  workbookParts,
} from "#lib/exports/index.ts";
import type { ExportRow } from "#lib/exports/types.ts";
import { zipOf } from "#lib/http/zip-of.ts";

async function* pagesOf(...pages: ExportRow[][]) {
  yield* pages;
}

const ROWS: ExportRow[] = [
  ["R1", 9, "=1+1", true, "12.50"],
  ["R2", null, 'A "quoted", long\nline & <tag> _x0041_', false, null],
];
const file = (...pages: ExportRow[][]): ListFile => ({
  name: "feedback",
  columns: ["number", "score", "comment", "is_open", "amount"],
  amounts: ["amount"],
  filters: [
    ["metric", "nps"],
    ["metric", "csat"],
    ["from", "2026-01-01"],
  ],
  exportedAt: "2026-11-22T10:00:00.000Z",
  pages: pagesOf(...pages),
});

const workbookBytes = (list: ListFile, mostRows?: number) => zipOf(workbookParts(list, mostRows));

async function whole(parts: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part));
  return Buffer.concat(all);
}

const sheetOf = async (workbook: AsyncIterable<Uint8Array>, sheet: string) =>
  readSheet(await whole(workbook), sheet);

describe("a list as CSV", () => {
  it("has its header once, a BOM, empty cells for null, and no cell that acts as a formula", async () => {
    const { columns, pages } = file(ROWS.slice(0, 1), [], ROWS.slice(1));
    const text = (await whole(csvText(columns, pages))).toString("utf8");
    expect(
      text.startsWith("\uFEFFnumber,score,comment,is_open,amount\nR1,9,'=1+1,true,12.50\n"),
    ).toBe(true);
    expect(text).toContain('R2,,"A ""quoted"", long\nline & <tag> _x0041_",false,\n');
  });
});

describe("a list as JSON", () => {
  it("has the filters in force, every column of every row, and its count at the end", async () => {
    const read = JSON.parse(
      (await whole(jsonText(file(ROWS.slice(0, 1), [], ROWS.slice(1))))).toString("utf8"),
    );
    expect(read).toMatchObject({
      list: "feedback",
      filters: { metric: ["nps", "csat"], from: "2026-01-01" },
      count: 2,
    });
    expect(read.items[0]).toEqual({
      ...{ number: "R1", score: 9, comment: "=1+1", is_open: true, amount: "12.50" },
    });
  });

  it("is JSON without rows and without filters", async () => {
    const read = JSON.parse((await whole(jsonText({ ...file(), filters: [] }))).toString("utf8"));
    expect(read).toMatchObject({ filters: {}, items: [], count: 0 });
  });
});

describe("a list as a workbook", () => {
  it("opens with its rows: numbers as numbers, texts whole, formulas defused", async () => {
    expect(await sheetOf(workbookBytes(file(ROWS)), "Rows")).toEqual([
      ["number", "score", "comment", "is_open", "amount"],
      ["R1", 9, "'=1+1", true, 12.5],
      ["R2", null, expect.stringContaining('A "quoted", long\nline & <tag>'), false, null],
    ]);
  });

  it("tells its filters and its rows on a sheet of their own", async () => {
    expect(await sheetOf(workbookBytes(file(ROWS)), "About")).toEqual([
      ["list", "feedback"],
      ["exported_at", "2026-11-22T10:00:00.000Z"],
      ["filter: metric", "nps"],
      ["filter: metric", "csat"],
      ["filter: from", "2026-01-01"],
      ["rows", 2],
    ]);
  });

  it("stops at a full sheet and says so, without reading on", async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield [...ROWS, ...ROWS];
      }
    }
    const full = { ...file(), pages: endless() };
    const about = await sheetOf(workbookBytes(full, 10), "About");
    expect(about.at(-2)).toEqual(["rows", 10]);
    expect(String(about.at(-1)?.[1])).toContain("The sheet is full");
    expect(read).toBe(3);
  });

  it("ends with the failure of what it reads, and stops reading when nobody takes it", async () => {
    async function* broken() {
      yield ROWS;
      throw new Error("the reading failed");
    }
    await expect(whole(workbookBytes({ ...file(), pages: broken() }))).rejects.toThrow(
      "the reading failed",
    );
    let isClosed = false;
    async function* watched() {
      try {
        for (;;) yield ROWS;
      } finally {
        isClosed = true;
      }
    }
    const parts = workbookBytes({ ...file(), pages: watched() });
    for (let at = 0; at < 20; at++) await parts.next();
    await parts.return(undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isClosed).toBe(true);
  });

  it("leaves out what no XML can hold", async () => {
    const rows = await sheetOf(
      workbookBytes({ ...file([["a\u0001b\uD800c", 1, null, null, null]]) }),
      "Rows",
    );
    expect(rows[1]?.[0]).toBe("a\uFFFDb\uFFFDc");
  });
});

describe("exportFileName", () => {
  it("tells the filters, of ids the last digits, and never what was searched for or an address", () => {
    expect(
      exportFileName(
        "feedback",
        [
          ["metric", "nps"],
          ["search", "Smith"],
          ["import", "018f0000-0000-7000-8000-000000000000"],
          ["source", "Shop: reviews/old"],
          ["channel", "On site"],
          ["customer", "anna@mail.example"],
          ["from", "2026-01-01"],
        ],
        "xlsx",
      ),
    ).toBe(
      "feedback_metric-nps_search_import-000000000000_source-Shop-reviews-old_channel-On-site_customer_from-2026-01-01.xlsx",
    );
  });

  it("stays a name of a sensible length", () => {
    const many = Array.from({ length: 60 }, (_, at) => ["segment", `s${at}`] as const);
    const name = exportFileName("customers", many, "csv");
    expect(name.length).toBeLessThanOrEqual(170);
    expect(name).toMatch(/_segment-s0_.*_and-\d+-more\.csv$/);
    const long = exportFileName(
      "orders",
      [["channel", `${"x".repeat(60)}/${"y".repeat(200)}`]],
      "csv",
    );
    expect(long).toBe(`orders_channel-${"x".repeat(40)}.csv`);
    expect(exportFileName("orders", [["channel", "../?"]], "csv")).toBe("orders_channel.csv");
  });
});

describe("exportFormat", () => {
  it("is CSV unless another is asked for, which must be known", () => {
    expect([null, "", "json", "xlsx"].map(exportFormat)).toEqual(["csv", "csv", "json", "xlsx"]);
    expect(() => exportFormat("pdf")).toThrow("There is no such format. Ask for csv, xlsx, json.");
  });
});
