import { describe, expect, it } from "vitest";
import { type CsvRecord, describeFileFault, describeRowFault, readCsv } from "#lib/csv/index.ts";
import { COMMA_UTF8, join, readAll, utf8 } from "./read-all.ts";

const ROWS = 2000;
const rows = (replace: Record<number, string>) =>
  Array.from({ length: ROWS }, (_, at) => replace[at + 1] ?? `O${at + 1},C${at % 9},9.99`);

function expectOnlyFault(records: CsvRecord[], line: number, fault: string) {
  expect(records).toHaveLength(ROWS);
  for (const [at, record] of records.entries())
    expect(record).toEqual(
      at + 1 === line
        ? { line, fault }
        : { line: at + 1, cells: [`O${at + 1}`, `C${at % 9}`, "9.99"] },
    );
}

describe("one bad row among 2,000", () => {
  it("is the only one lost to a quote that never closes", async () => {
    const text = rows({ 3: 'O3,"C2,9.99' }).join("\n");
    expectOnlyFault(await readAll(utf8(text)), 3, "quote_never_closed");
  });

  it("is the only one lost when the quote opens on the last line", async () => {
    const text = rows({ [ROWS]: 'O2000,"C1,9.99' }).join("\n");
    expectOnlyFault(await readAll(utf8(text)), ROWS, "quote_never_closed");
  });

  it("is the only one lost when a quoted row follows", async () => {
    const text = rows({ 3: 'O3,"C2,9.99', 9: '"O9","C8","9.99"' }).join("\r\n");
    expectOnlyFault(await readAll(utf8(text)), 3, "quote_never_closed");
  });

  it("is the only one lost when another stray quote ends a cell", async () => {
    const text = rows({ 3: 'O3,"C2,9.99', 50: 'O50,C4",9.99' }).join("\n");
    const records = await readAll(utf8(text));
    expect(records).toHaveLength(ROWS);
    expect(records.filter((record) => "fault" in record)).toEqual([
      { line: 3, fault: "quote_never_closed" },
    ]);
    expect(records[49]).toEqual({ line: 50, cells: ["O50", 'C4"', "9.99"] });
  });

  it("is the only one lost to a NUL", async () => {
    expectOnlyFault(await readAll(utf8(rows({ 7: "O7,C\0,1" }).join("\n"))), 7, "nul_byte");
  });

  it("is the only one lost to broken bytes", async () => {
    const lines = rows({});
    const bytes = join(
      utf8(`${lines.slice(0, 9).join("\n")}\nO10,`),
      Uint8Array.of(0xc3, 0x28, 0xa0),
      utf8(`,1\n${lines.slice(10).join("\n")}`),
    );
    expectOnlyFault(await readAll(bytes, { dialect: COMMA_UTF8 }), 10, "bad_encoding");
  });

  it.each(["\n", "\r\n", "\r"])("is the only one lost to its 2 MB, line end %j", async (end) => {
    const text = rows({ 5: `O5,${"x".repeat(2_000_000)},1` }).join(end);
    for (const chunk of [1000, 65_536, 1_000_000])
      expectOnlyFault(await readAll(utf8(text), { chunk }), 5, "record_too_long");
  });

  it("is not lost for a cell just below 1 MB", async () => {
    const cell = "x".repeat(1_048_000);
    const records = await readAll(utf8(rows({ 5: `O5,"${cell}",1` }).join("\n")));
    expect(records).toHaveLength(ROWS);
    expect(records[4]).toEqual({ line: 5, cells: ["O5", cell, "1"] });
  });
});

describe("a quote that stays open", () => {
  it("may close within 200 lines", async () => {
    const cell = Array.from({ length: 200 }, (_, at) => `line ${at}`).join("\n");
    expect(await readAll(utf8(`a,b\n1,"${cell}"\n2,x`))).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", cell] },
      { line: 202, cells: ["2", "x"] },
    ]);
  });

  it("on every line costs those lines and little time", async () => {
    const text = 'a,b\n1,"\n'.repeat(50_000);
    const started = performance.now();
    const records = await readAll(utf8(text), { dialect: COMMA_UTF8 });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(records.length).toBeGreaterThan(0);
  });
});

it("holds next to nothing of 100 MB without a line end", async () => {
  const piece = new Uint8Array(1_000_000).fill(0x61);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* endless() {
    for (let count = 0; count < 100; count++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield piece;
    }
    yield utf8("\na,b\n");
  }
  const records: CsvRecord[] = [];
  for await (const batch of readCsv(endless(), COMMA_UTF8)) records.push(...batch.records);
  expect(records).toEqual([
    { line: 1, fault: "record_too_long" },
    { line: 2, cells: ["a", "b"] },
  ]);
  expect(most).toBeLessThan(30_000_000);
});

it("says in words what is wrong", () => {
  expect(describeFileFault("binary")).toMatch(/not a CSV file/);
  expect(describeRowFault("quote_never_closed")).toMatch(/never closes/);
});
