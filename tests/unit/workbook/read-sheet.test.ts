import { readSheet as readByLibrary } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { isDateFormat } from "#lib/workbook/is-date-format.ts";
import { openWorkbook } from "#lib/workbook/open-workbook.ts";
import { zipEntries } from "#lib/workbook/queries/zip-entries.ts";
import { readSheet } from "#lib/workbook/read-sheet.ts";
import type { SheetCell } from "#lib/workbook/sheet-rows.ts";
import { zipFile } from "#tests/corpus/zip-file.ts";
import { workbook } from "#tests/support/workbook.ts";

const opened = async (zip: Uint8Array) => openWorkbook(await zipEntries(Buffer.from(zip)));

async function rowsOf(zip: Uint8Array, at = 0): Promise<SheetCell[][]> {
  const book = await opened(zip);
  const rows: SheetCell[][] = [];
  const sheet = book.sheets[at];
  if (!sheet) throw new Error("no such sheet");
  for await (const some of readSheet(sheet.entry.text(), book)) rows.push(...some);
  return rows;
}

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS = {
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATION}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="r3" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
  "xl/workbook.xml":
    '<workbook><sheets><sheet name="A &gt; B" sheetId="1" r:id="r1"/></sheets></workbook>',
  "xl/sharedStrings.xml":
    "<sst><si><t>plain</t></si><si><r><t>in </t></r><r><rPr/><t>parts</t></r><rPh><t>spoken</t></rPh></si><si><t> a_x000D_b &amp; &#x263A; </t></si></sst>",
  "xl/styles.xml":
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d.\\ mmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>',
};

const sheetOf = (rows: string, more: Partial<typeof PARTS> = {}) =>
  zipFile(
    Object.entries({
      ...PARTS,
      ...more,
      "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><x:worksheet><!-- > --><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
    }).map(([name, text]) => ({
      ...{ name, bytes: Buffer.from(text) },
      saidBytes: Buffer.byteLength(text),
    })),
  );

describe("a sheet", () => {
  it("is read as a library reads it that holds all of it", async () => {
    const rows = [
      ["order", "when", "sum", "paid", "note"],
      ["A1", new Date("2025-03-01"), 10.125, true, "two\nlines & <more>"],
      [null, null, null, null, null],
      ["Ünï 😀", null, -3, false, "  spaces  "],
    ];
    const zip = await workbook({ First: [["x"]], Second: rows });
    const known = await readByLibrary(Buffer.from(zip), 2);
    const mine = await rowsOf(zip, 1);
    const width = Math.max(...mine.map((row) => row.length));
    const whole = mine.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
    expect(whole).toEqual(known);
  });

  it("has texts in parts and with escapes, days by their format, rows and cells left out", async () => {
    const zip = sheetOf(
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c s="1"><v>45717</v></c><c s="2"><v>45717</v></c></row><row r="9"/>',
    );
    expect(await rowsOf(zip)).toEqual([
      [],
      [null, "plain", null, "in parts"],
      ["a\rb & ☺", new Date("2025-03-01"), 45_717],
    ]);
  });

  it("has booleans, instants, results of formulas and inline texts; a failed formula is empty", async () => {
    const zip = sheetOf(
      '<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>made</v></c><c t="inlineStr"><is><t>in</t></is></c><c t="d"><v>2025-03-01T10:00:00Z</v></c><c s="1"><v>45717.5</v></c></row>',
    );
    expect(await rowsOf(zip)).toEqual([
      [
        true,
        null,
        "made",
        "in",
        new Date("2025-03-01T10:00:00Z"),
        new Date("2025-03-01T12:00:00Z"),
      ],
    ]);
  });

  it("counts its days from 1904 where it says so", async () => {
    const book = PARTS["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    const zip = sheetOf('<row><c s="1"><v>44255</v></c></row>', { "xl/workbook.xml": book });
    expect(await rowsOf(zip)).toEqual([[new Date("2025-03-01")]]);
  });

  it("keeps its names as they are", async () => {
    const zip = sheetOf("");
    const { sheets } = await opened(zip);
    expect(sheets.map(({ name }) => name)).toEqual(["A > B"]);
  });

  it.each([
    ["rows that go back", '<row r="2"/><row r="1"/>'],
    ["cells that go back", '<row><c r="B1"/><c r="A1"/></row>'],
    ["a text that nobody wrote", '<row><c t="s"><v>99</v></c></row>'],
    ["no number where one stands", "<row><c><v>one</v></c></row>"],
    ["an unknown type", '<row><c t="x"><v>1</v></c></row>'],
    ["a cell beyond the last column", '<row><c r="ZZZZ1"><v>1</v></c></row>'],
    ["entities of its own", "</x:sheetData><!DOCTYPE a [<!ENTITY b 'c'>]><x:sheetData>"],
    ["an entity that it does not know", '<row><c t="str"><v>a&nbsp;b</v></c></row>'],
    ["a tag that nobody opened", "<row></c></row>"],
    ["tags a thousand deep", `${"<y>".repeat(1_000)}${"</y>".repeat(1_000)}`],
    ["a text of five megabytes", `<row><c t="str"><v>${"x".repeat(5 * 1024 ** 2)}</v></c></row>`],
    ["more rows than a sheet has", '<row r="1048577"/>'],
  ])("is refused with %s", async (_, rows) => {
    await expect(rowsOf(sheetOf(rows))).rejects.toThrow(/workbook/);
  });

  it.each(["<!DOCTYPE workbook>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"])(
    "is refused where a part of the workbook begins with %s",
    async (declaration) => {
      const zip = sheetOf("", { "xl/workbook.xml": declaration + PARTS["xl/workbook.xml"] });
      await expect(rowsOf(zip)).rejects.toThrow("not a workbook that can be read");
    },
  );

  it("is refused where a part of the workbook is broken off", async () => {
    const zip = sheetOf("", { "xl/workbook.xml": PARTS["xl/workbook.xml"].slice(0, -11) });
    await expect(rowsOf(zip)).rejects.toThrow("not a workbook that can be read");
  });
});

describe("a format", () => {
  it.each([
    [14, "", true],
    [0, "General", false],
    [164, "yyyy-mm-dd hh:mm:ss", true],
    [165, '[$-407]d. mmmm yyyy "Uhr"', true],
    [166, "[h]:mm", true],
    [167, "#,##0.00 [$€-1]", false],
    [168, '0 "days"', false],
  ])("%i %j shows a day: %s", (id, code, isDay) => {
    expect(isDateFormat(id, code)).toBe(isDay);
  });
});
