import { describe, expect, it } from "vitest";
import { readCsv } from "#lib/csv/index.ts";
import { COMMA_UTF8, inChunks, join, readAll, utf8, utf16 } from "./read-all.ts";

const cellsOf = async (text: string) => await readAll(utf8(text), { dialect: COMMA_UTF8 });

describe("reading records", () => {
  it("gives cells with the line on which the record starts", async () => {
    expect(await cellsOf("a,b\n1,2\n3,4")).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells: ["3", "4"] },
    ]);
  });

  it("takes \\n, \\r\\n and lone \\r for line ends, mixed", async () => {
    expect(await cellsOf("a,b\r\n1,2\r3,4\n5,6\r\n")).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells: ["3", "4"] },
      { line: 4, cells: ["5", "6"] },
    ]);
  });

  it("skips blank lines and counts them", async () => {
    expect(await cellsOf("\n a,b \n\n  \r\n1,2\n\n")).toEqual([
      { line: 2, cells: [" a", "b "] },
      { line: 5, cells: ["1", "2"] },
    ]);
  });

  it("keeps delimiters, doubled quotes and line ends inside quotes", async () => {
    expect(await cellsOf('a,b\n"x, ""y""","1\r2\r\n3\n4"\n"",5\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['x, "y"', "1\r2\r\n3\n4"] },
      { line: 6, cells: ["", "5"] },
    ]);
  });

  it("takes a stray quote inside a cell for text", async () => {
    expect(await cellsOf('id,name\n1,5" pipe\n2,6" pipe\n3,"a" b\n4,x"y"z')).toEqual([
      { line: 1, cells: ["id", "name"] },
      { line: 2, cells: ["1", '5" pipe'] },
      { line: 3, cells: ["2", '6" pipe'] },
      { line: 4, cells: ["3", '"a" b'] },
      { line: 5, cells: ["4", 'x"y"z'] },
    ]);
  });

  it("keeps formulas as the text they are", async () => {
    expect(await cellsOf("a,b\n=cmd()|' /C calc'!A0,@SUM(1)\n")).toContainEqual({
      line: 2,
      cells: ["=cmd()|' /C calc'!A0", "@SUM(1)"],
    });
  });

  it("reads 10,000 columns", async () => {
    const row = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    expect(await cellsOf(`${row.join(",")}\n`)).toEqual([{ line: 1, cells: row }]);
  });

  it("reads the same wherever the chunks are cut", async () => {
    const text = '\uFEFFid,näme\r\n1,"a\r\nb""c"\r2,€\n\n3,\0\r\n4,"open\n5,x\n"6",𝄞\r\n';
    const bytes = join(utf8(text), Uint8Array.of(0x37, 0x2c, 0xff, 0x0d), utf8("8,y"));
    const whole = await readAll(bytes, { dialect: COMMA_UTF8 });
    expect(whole).toEqual([
      { line: 1, cells: ["id", "näme"] },
      { line: 2, cells: ["1", 'a\r\nb"c'] },
      { line: 4, cells: ["2", "€"] },
      { line: 6, fault: "nul_byte" },
      { line: 7, fault: "quote_never_closed" },
      { line: 8, cells: ["5", "x"] },
      { line: 9, cells: ["6", "𝄞"] },
      { line: 10, fault: "bad_encoding" },
      { line: 11, cells: ["8", "y"] },
    ]);
    for (let size = 1; size < bytes.length; size++)
      expect(await readAll(bytes, { dialect: COMMA_UTF8, chunk: size })).toEqual(whole);
  });

  it("says how many bytes of the file it has read", async () => {
    const bytes = utf8("a,b\n".repeat(100_000));
    let last = 0;
    for await (const { bytesRead, records } of readCsv(inChunks(bytes, 300_000), COMMA_UTF8)) {
      expect(bytesRead).toBeGreaterThanOrEqual(last);
      expect(records.length).toBeLessThan(20_000);
      last = bytesRead;
    }
    expect(last).toBe(bytes.length);
  });
});

describe("reading other encodings", () => {
  const text = "id;näme\r\n1;Žofie €\r\n";
  const expected = [
    { line: 1, cells: ["id", "näme"] },
    { line: 2, cells: ["1", "Žofie €"] },
  ];

  it.each([
    ["le", true],
    ["le", false],
    ["be", true],
    ["be", false],
  ] as const)("reads UTF-16 %s, BOM: %s, in any chunks", async (order, withBom) => {
    const bytes = utf16(text, order, withBom);
    for (const chunk of [1, 2, 3, 7, 65_536])
      expect(await readAll(bytes, { chunk })).toEqual(expected);
  });

  it("reads Windows-1252", async () => {
    const bytes = Uint8Array.from(
      [
        "i",
        "d",
        ";",
        "n",
        0xe4,
        "m",
        "e",
        "\r",
        "\n",
        "1",
        ";",
        0x8e,
        "o",
        "f",
        "i",
        "e",
        " ",
        0x80,
      ].map((part) => (typeof part === "string" ? part.charCodeAt(0) : part)),
    );
    expect(await readAll(bytes)).toEqual(expected);
  });

  it("rejects a UTF-16 row with half a character and no other", async () => {
    const bytes = utf16("a,b\n1,\uD800\n2,x\n", "le", true);
    expect(await readAll(bytes)).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, fault: "bad_encoding" },
      { line: 3, cells: ["2", "x"] },
    ]);
  });
});

describe("a file with lines above its headers", () => {
  const under = (text: string, headerRow: number) =>
    readAll(utf8(text), { dialect: { ...COMMA_UTF8, headerRow }, chunk: 7 });

  it("is read from its headers on, and keeps the numbers of its lines", async () => {
    expect(await under('Title\n"open quote\n\na,b\n1,"x\ny"\n2,z\n', 4)).toEqual([
      { line: 4, cells: ["a", "b"] },
      { line: 5, cells: ["1", "x\ny"] },
      { line: 7, cells: ["2", "z"] },
    ]);
  });

  it("begins at the next row when the line is blank, and is empty when it ends before", async () => {
    expect(await under("Title\n\na,b\n", 2)).toEqual([{ line: 3, cells: ["a", "b"] }]);
    expect(await under("a,b\n1,2\n", 5)).toEqual([]);
  });

  it("does not count a line above that is too long", async () => {
    const text = `${"x".repeat(1_100_000)}\na,b\n`;
    expect(await readAll(utf8(text), { dialect: { ...COMMA_UTF8, headerRow: 2 } })).toEqual([
      { line: 2, cells: ["a", "b"] },
    ]);
  });
});
