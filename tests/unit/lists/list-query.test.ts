import { describe, expect, it } from "vitest";
import {
  amountField,
  choiceField,
  choicesField,
  columnsField,
  countFilters,
  daysField,
  listParams,
  readListQuery,
  textField,
  unknownValues,
  usualQuery,
  withoutFilters,
  writeListQuery,
} from "#lib/lists/index.ts";

const FIELDS = {
  search: textField("q"),
  state: choicesField("state", ["new", "done"]),
  on: daysField("from", "to"),
  least: amountField("least"),
  sort: choiceField("sort", ["time", "name"]),
  columns: columnsField(["who", "when"]),
};
const USUAL = usualQuery(FIELDS);
const read = (params: string) => readListQuery(FIELDS, new URLSearchParams(params));

describe("a list's query", () => {
  it("is the usual one when the address says nothing, and writes nothing then", () => {
    expect(read("")).toEqual(USUAL);
    expect(writeListQuery(FIELDS, USUAL)).toBe("");
    expect(USUAL.columns).toEqual(["who", "when"]);
  });

  it("survives the way through an address", () => {
    const query = read("q=x&state=done&state=new&from=2026-01-01&least=2.5&sort=name&columns=when");
    expect(read(writeListQuery(FIELDS, query).slice(1))).toEqual(query);
  });

  it("keeps no column but the first apart from the usual columns", () => {
    expect(read("columns=").columns).toEqual([]);
    expect(writeListQuery(FIELDS, { ...USUAL, columns: [] })).toBe("?columns=");
    expect(read("columns=&columns=who&columns=when")).toEqual(USUAL);
  });

  it("counts what leaves rows out only, a stretch of days once", () => {
    const query = read("q=x&from=2026-01-01&to=2026-02-01&sort=name&columns=who");
    expect(countFilters(FIELDS, query)).toBe(2);
    expect(withoutFilters(FIELDS, query)).toEqual({ ...USUAL, sort: "name", columns: ["who"] });
  });

  it("gives a form its parameters one by one", () => {
    expect(listParams(FIELDS, read("state=new&state=done&to=2026-02-01"))).toEqual([
      ["state", "new"],
      ["state", "done"],
      ["to", "2026-02-01"],
    ]);
  });

  it.each([
    ...["2026-02-30", "2026-2-3", "yesterday", "2026-13-01"],
    ...["0000-01-01", "1899-12-31", "2201-01-01"],
  ])("knows that %s is no day", (day) => {
    const params = new URLSearchParams({ from: day });
    expect(read(params.toString()).on.from).toBeNull();
    expect(unknownValues(FIELDS, params)).toEqual([{ field: "from", value: day }]);
  });

  it("takes neither NUL nor endless text", () => {
    expect(read(`q=a%00${"b".repeat(999)}`).search).toBe(`a${"b".repeat(199)}`);
  });
});
