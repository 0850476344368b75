import { describe, expect, it } from "vitest";
import { guessColumn } from "#lib/imports/guess-column.ts";

const typeOf = (...cells: string[]) => {
  const { isPersonal: _, ...type } = guessColumn("x", cells);
  return type;
};

describe("the type of a column", () => {
  it("is empty without a filled cell", () => {
    expect(typeOf()).toEqual({ type: "empty" });
    expect(typeOf("", "  ")).toEqual({ type: "empty" });
  });

  it("is text where nothing else fits", () => {
    expect(typeOf("Köln", "Mainz")).toEqual({ type: "text" });
    expect(typeOf("A-10482", "A-20917")).toEqual({ type: "text" });
  });

  it("is a whole number, but not where zeros lead", () => {
    expect(typeOf("1", "20", "-3")).toEqual({ type: "wholeNumber" });
    expect(typeOf("00123", "00456")).toEqual({ type: "text" });
  });

  it("is a decimal with the mark that its cells show", () => {
    expect(typeOf("10.50", "1,234.00")).toEqual({ type: "decimal", mark: "." });
    expect(typeOf("10,50", "1.234,00", "7")).toEqual({ type: "decimal", mark: "," });
    expect(typeOf("1 234,50", "12,00")).toEqual({ type: "decimal", mark: "," });
  });

  it("is a decimal of unknown mark where each could part thousands", () => {
    expect(typeOf("1,234", "5,678")).toEqual({ type: "decimal", mark: null });
  });

  it("is money where a sign or a code stands beside the number", () => {
    expect(typeOf("€10.50", "€7.25")).toEqual({ type: "money", mark: "." });
    expect(typeOf("1.234,50 EUR", "7,00 EUR")).toEqual({ type: "money", mark: "," });
  });

  it("is an e-mail address or a phone number", () => {
    expect(typeOf("ann@example.com", "bob@example.com")).toEqual({ type: "email" });
    expect(typeOf("+43 664 1234567", "+43 1 2345678")).toEqual({ type: "phone" });
    expect(typeOf("0221/123456", "0221/654321")).toEqual({ type: "phone" });
  });

  it("is yes or no with the words it uses", () => {
    expect(typeOf("J", "N", "J")).toEqual({ type: "yesNo", words: ["J", "N"] });
    expect(typeOf("0", "1")).toEqual({ type: "yesNo", words: ["0", "1"] });
    expect(typeOf("1", "1")).toEqual({ type: "wholeNumber" });
  });

  it("holds for a column with one bad cell in ten", () => {
    const cells = Array.from({ length: 9 }, (_, at) => `2025-03-0${at + 1}`);
    expect(typeOf(...cells, "soon")).toMatchObject({ type: "day" });
    expect(typeOf(...cells.slice(1), "soon", "later")).toEqual({ type: "text" });
    expect(typeOf(...cells.slice(0, 3), "soon")).toMatchObject({ type: "day" });
    expect(typeOf(...cells.slice(0, 2), "soon")).toEqual({ type: "text" });
  });
});

describe("the order of a day", () => {
  it.each([
    [["2025-03-04", "2025-12-31"], "ymd", "-"],
    [["20250304", "20251231"], "ymd", ""],
    [["03.04.2026", "05.06.2026"], "dmy", "."],
    [["03/04/2026", "25/12/2026"], "dmy", "/"],
    [["03/04/2026", "12/25/2026"], "mdy", "/"],
    [["2025-03-04T10:00:00Z"], "ymd", "-"],
    [["12/25/2026 6:30 PM"], "mdy", "/"],
  ] as const)("of %j is %s", (cells, order, separator) => {
    expect(typeOf(...cells)).toEqual({ type: "day", order, separator });
  });

  it("stays undecided while every cell can be read two ways", () => {
    expect(typeOf("03/04/2026", "05/06/2026")).toEqual({
      type: "day",
      order: null,
      separator: "/",
    });
  });

  it("is not looked for in long numbers", () => {
    expect(typeOf("12345678", "87654321")).toEqual({ type: "wholeNumber" });
  });
});

describe("a column that may hold personal data", () => {
  const isPersonal = (header: string, ...cells: string[]) => guessColumn(header, cells).isPersonal;

  it("is told by addresses, phone numbers and names", () => {
    expect(isPersonal("x", "ann@example.com")).toBe(true);
    expect(isPersonal("x", "+43 664 1234567")).toBe(true);
    expect(isPersonal("x", "Ann Smith", "Bob van Dijk", "Eva Müller")).toBe(true);
  });

  it("is told by the header of a text", () => {
    expect(isPersonal("bemerkung", "ruft abends an")).toBe(true);
    expect(isPersonal("Kundenname", "Brandt")).toBe(true);
  });

  it("is not seen in towns that repeat, numbers or an empty column", () => {
    expect(isPersonal("x", "New York", "New York", "San Diego", "San Diego")).toBe(false);
    expect(isPersonal("product name", "Oak table", "Lamp")).toBe(false);
    expect(isPersonal("remark", "1", "2")).toBe(false);
    expect(isPersonal("name")).toBe(false);
  });
});
