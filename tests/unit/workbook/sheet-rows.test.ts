import { describe, expect, it } from "vitest";
import { cellText, csvLine, widthOf } from "#lib/workbook/sheet-rows.ts";

describe("a cell of a sheet", () => {
  it.each([
    [null, ""],
    ["Ann", "Ann"],
    ["two\r\nlines", "two lines"],
    [1234.5, "1234.5"],
    [20.100000000000001, "20.1"],
    [0.1 + 0.2, "0.3"],
    [true, "true"],
    [new Date("2025-03-01"), "2025-03-01"],
    [new Date("2025-03-01T14:05:06Z"), "2025-03-01T14:05:06"],
  ])("%j is written as %j", (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});

describe("a row of a sheet", () => {
  it("is as wide as asked for, with quotes where a cell needs them", () => {
    expect(csvLine(["a,b", 'say "x"', 1], 4)).toBe('"a,b","say ""x""",1,');
  });

  it("is an empty line when it holds nothing", () => {
    expect(csvLine([null, " ".trim(), null], 3)).toBe("");
    expect(widthOf([null, "x", null])).toBe(2);
    expect(widthOf([])).toBe(0);
  });
});
