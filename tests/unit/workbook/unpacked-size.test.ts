import { describe, expect, it } from "vitest";
import { isWorkbook } from "#lib/workbook/is-workbook.ts";
import { unpackedSize } from "#lib/workbook/unpacked-size.ts";
import { workbook } from "#tests/support/workbook.ts";

describe("what a zip file unpacks to", () => {
  it("is told by its directory before anything is unpacked", async () => {
    const small = await workbook({ S: [["a"]] });
    const large = await workbook({ S: Array.from({ length: 500 }, (_, at) => [`row ${at}`]) });
    expect(isWorkbook(small)).toBe(true);
    expect(unpackedSize(small)).toBeGreaterThan(1_000);
    expect(unpackedSize(large)).toBeGreaterThan((unpackedSize(small) ?? 0) + 10_000);
  });

  it("is not known of a file without a sound directory", async () => {
    const book = await workbook({ S: [["a"]] });
    expect(unpackedSize(new Uint8Array())).toBeNull();
    expect(unpackedSize(new TextEncoder().encode("customer_id,amount\n1,2\n"))).toBeNull();
    expect(unpackedSize(book.subarray(0, book.length - 10))).toBeNull();
    expect(unpackedSize(book.subarray(100))).toBeNull();
  });
});
