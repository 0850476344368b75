import { describe, expect, it } from "vitest";
import { importsAddress } from "#lib/imports/filter.ts";
import { readingOf } from "#lib/imports/reading.ts";
import { headerKey, memorable } from "#lib/imports/saved-mapping.ts";

describe("the headers of a file", () => {
  it("are the same in another order, with outer spaces or a byte-order mark", () => {
    expect(headerKey(["\uFEFFa ", "b"])).toBe(headerKey(["b", "a"]));
    expect(headerKey(["a", "b"])).not.toBe(headerKey(["a", "b", "c"]));
  });
});

describe("what is remembered of a mapping", () => {
  it("is how its rows are read, not how the file was written", () => {
    const mapping = { columns: { a: "amount" as const }, dateFormat: "dmy" as const };
    expect(memorable({ ...mapping, encoding: "utf-16le", delimiter: ";", sheet: "S" })).toEqual(
      mapping,
    );
    expect(memorable({ columns: {}, constants: { channel: "Shop" } })).not.toBeNull();
    expect(memorable({ columns: {}, headerRow: 3 })).toEqual({ columns: {}, headerRow: 3 });
  });

  it("is nothing when it says nothing", () => {
    expect(memorable({ columns: {}, delimiter: ";" })).toBeNull();
    expect(memorable({ columns: {}, constants: {} })).toBeNull();
  });
});

describe("how a file was read", () => {
  it("names every column with its field, and what the mapping said", () => {
    const dialect = { encoding: "utf-8", delimiter: ",", headerRow: 1 } as const;
    const facts = { dialect, headers: [" a ", "b"], isRemembered: false };
    const mapping = { columns: { a: "amount" }, dateFormat: "mdy" } as const;
    expect(readingOf({ ...facts, columns: ["amount", null], mapping })).toEqual({
      ...dialect,
      dateFormat: "mdy",
      columns: [
        { header: "a", field: "amount" },
        { header: "b", field: null },
      ],
      isWhole: true,
      isRemembered: false,
    });
  });

  it("leaves out columns of a very wide file, and says so", () => {
    const headers = Array.from({ length: 1_000 }, (_, at) => `h${at}`);
    const dialect = { encoding: "utf-8", delimiter: ",", headerRow: 1 } as const;
    const reading = readingOf({
      ...{ dialect, headers, columns: headers.map(() => null) },
      ...{ mapping: undefined, isRemembered: false },
    });
    expect([reading.columns.length, reading.isWhole]).toEqual([300, false]);
  });
});

describe("the list of imports", () => {
  it("is narrowed by kind and state in its address", () => {
    const query = importsAddress.read({ kind: "orders", status: ["undone", "wishes"] });
    expect(query).toEqual({ kinds: ["orders"], statuses: ["undone"], sources: [] });
    expect(importsAddress.countFilters(query)).toBe(2);
    expect(importsAddress.write(query)).toBe("?kind=orders&status=undone");
  });
});
