import { describe, expect, it } from "vitest";
import { sniffDialect } from "#lib/csv/index.ts";
import { join, utf8, utf16 } from "./read-all.ts";

const TABLE = "Kundennr;Name;Umsatz\n1;Müller;1.234,50\n2;Žižek;7,00\n";

describe("the encoding of a file", () => {
  it("is UTF-8 when its bytes are, with or without BOM", () => {
    expect(sniffDialect(utf8(TABLE))).toMatchObject({ encoding: "utf-8", delimiter: ";" });
    expect(sniffDialect(utf8(`\uFEFF${TABLE}`))).toMatchObject({
      encoding: "utf-8",
      delimiter: ";",
    });
  });

  it("is UTF-8 when the head ends in the middle of a character", () => {
    const bytes = utf8("name\nMüller");
    expect(sniffDialect(bytes.subarray(0, 7))).toMatchObject({ encoding: "utf-8" });
  });

  it("stays UTF-8 when one byte among many sound characters is broken", () => {
    const bytes = join(utf8(TABLE.repeat(5)), Uint8Array.of(0xff, 0x0a), utf8(TABLE.repeat(5)));
    expect(sniffDialect(bytes)).toMatchObject({ encoding: "utf-8" });
  });

  it.each(["le", "be"] as const)("is UTF-16 %s with BOM, and by its NULs without", (order) => {
    const expected = { encoding: `utf-16${order}`, delimiter: ";" };
    expect(sniffDialect(utf16(TABLE, order, true))).toMatchObject(expected);
    expect(sniffDialect(utf16(TABLE, order, false))).toMatchObject(expected);
  });

  it("is Windows-1252 when the bytes are no UTF-8", () => {
    const bytes = join(utf8("id,name\n1,M"), Uint8Array.of(0xfc), utf8("ller\n"));
    expect(sniffDialect(bytes)).toEqual({
      encoding: "windows-1252",
      delimiter: ",",
      headerRow: 1,
    });
  });
});

describe("the delimiter of a file", () => {
  it.each([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b\n1,50;2\n2,75;3\n", ";"],
    ["a\tb\n1,5\t2;3\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ["a;b\r1,1;2\r", ";"],
    ["one column\n1\n", ","],
    ['"last, first";total\n"Doe, J";"1,5"\n"Roe, R";2\n', ";"],
  ])("of %j is %j", (text, delimiter) => {
    expect(sniffDialect(utf8(text))).toMatchObject({ delimiter });
  });

  it("is found in a header of 10,000 columns cut off by the head", () => {
    const header = Array.from({ length: 10_000 }, (_, at) => `column${at}`).join(";");
    expect(sniffDialect(utf8(header).subarray(0, 65_536))).toMatchObject({ delimiter: ";" });
  });
});

describe("a file that is no CSV", () => {
  it.each([
    ["no byte", ""],
    ["only blanks", " \r\n\t\n "],
    ["only a BOM", "\uFEFF"],
  ])("is empty with %s", (_, text) => {
    expect(sniffDialect(utf8(text))).toBe("empty");
  });

  it.each([
    ["PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ["zip or xlsx", [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ["gzip", [0x1f, 0x8b, 0x08, 0x00]],
    ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ])("is binary when it starts like %s", (_, bytes) => {
    expect(sniffDialect(Uint8Array.from(bytes))).toBe("binary");
  });

  it("is binary when many of its bytes are controls", () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) % 251);
    expect(sniffDialect(bytes)).toBe("binary");
  });

  it("is not binary for one NUL in a cell", () => {
    expect(sniffDialect(utf8("id,name\n1,A\0nn\n2,Bob\n"))).toEqual({
      encoding: "utf-8",
      delimiter: ",",
      headerRow: 1,
    });
  });
});

describe("the header row of a file", () => {
  const rowOf = (text: string) => {
    const dialect = sniffDialect(utf8(text));
    return typeof dialect === "string" ? dialect : dialect.headerRow;
  };
  const REST = "id;date;amount\n1;2025-03-01;10\n2;2025-03-02;20\n";

  it.each([
    ["the first row", REST, 1],
    ["the row under a title", `Orders of March\n${REST}`, 2],
    ["the row under a title with a comma in it", `Orders, March\n${REST}`, 2],
    ["the row under a title padded with empty cells", `Orders;;\n;;\n${REST}`, 3],
    ["the row under a title, a short line and a blank one", `Orders\nmade;today\n\n${REST}`, 4],
    ["the first row that holds something", `\n\n${REST}`, 3],
    ["the only column's name", "number\n1\n2\n", 1],
    ["the first row of a file of titles", "Orders\nof March\n", 1],
    ["the first row where the fuller one stands too low", `Orders\n${"x\n".repeat(10)}${REST}`, 1],
  ])("is %s", (_, text, row) => {
    expect(rowOf(text)).toBe(row);
  });

  it("is what is said, and then tells the delimiter", () => {
    const text = `a,b,c\nd,e,f\n${REST}`;
    expect(sniffDialect(utf8(text), { headerRow: 3 })).toEqual({
      encoding: "utf-8",
      delimiter: ";",
      headerRow: 3,
    });
  });
});
