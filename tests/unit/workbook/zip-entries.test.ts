import { describe, expect, it } from "vitest";
import { isWorkbook } from "#lib/workbook/is-workbook.ts";
import { zipEntries } from "#lib/workbook/queries/zip-entries.ts";
import { zipFile } from "#tests/corpus/zip-file.ts";
import { workbook } from "#tests/support/workbook.ts";

const REFUSED = "not a workbook that can be read";
const entriesOf = (zip: Uint8Array) => zipEntries(Buffer.from(zip));
const sizeOf = async (zip: Uint8Array) =>
  (await entriesOf(zip)).reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);

/** A zip file's directory of entries without names, as the extension to 64 bits counts them. */
function directoryOf(count: number): Buffer {
  const entry = Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.alloc(42)]);
  const end = Buffer.concat([Buffer.from("PK\x06\x06"), Buffer.alloc(52)]);
  end.writeBigUInt64LE(BigInt(count), 32);
  const place = Buffer.concat([Buffer.from("PK\x06\x07"), Buffer.alloc(16)]);
  place.writeBigUInt64LE(BigInt(entry.length * count), 8);
  const last = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);
  return Buffer.concat([...Array.from({ length: count }, () => entry), end, place, last]);
}

describe("the entries of a zip file", () => {
  it("are told by its directory before anything is unpacked", async () => {
    const small = await workbook({ S: [["a"]] });
    const large = await workbook({ S: Array.from({ length: 500 }, (_, at) => [`row ${at}`]) });
    expect(isWorkbook(small)).toBe(true);
    expect((await entriesOf(small)).map(({ name }) => name)).toContain("xl/workbook.xml");
    expect(await sizeOf(small)).toBeGreaterThan(1_000);
    expect(await sizeOf(large)).toBeGreaterThan((await sizeOf(small)) + 10_000);
  });

  it("are not known of a file without a sound directory", async () => {
    const book = await workbook({ S: [["a"]] });
    for (const file of [
      new Uint8Array(),
      new TextEncoder().encode("customer_id,amount\n1,2\n"),
      book.subarray(0, book.length - 10),
      book.subarray(100),
    ])
      await expect(entriesOf(file)).rejects.toThrow(REFUSED);
  });

  it("are 65,535 at most", async () => {
    expect(await entriesOf(directoryOf(65_535))).toHaveLength(65_535);
    await expect(entriesOf(directoryOf(65_536))).rejects.toThrow(REFUSED);
  });
});

describe("an entry of a zip file", () => {
  const entry = (text: string, saidBytes?: number) => ({
    ...{ name: "xl/workbook.xml", bytes: Buffer.from(text) },
    ...(saidBytes === undefined ? {} : { saidBytes }),
  });

  async function textOf(zip: Uint8Array): Promise<string> {
    const [first] = await entriesOf(zip);
    if (!first) throw new Error("no entry");
    let text = "";
    for await (const piece of first.text()) text += piece;
    return text;
  }

  it("is read packed or stored, whatever piece a letter falls apart in", async () => {
    const text = "ä😀".repeat(100_000);
    expect(await textOf(zipFile([entry(text, Buffer.byteLength(text))]))).toBe(text);
    expect(await textOf(zipFile([entry("as it is")]))).toBe("as it is");
  });

  it("is refused where it unpacks to more or less than it says, or is broken", async () => {
    const text = "x".repeat(100_000);
    const broken = zipFile([entry(text, text.length)]);
    broken.fill(0xff, 50, 60);
    for (const zip of [zipFile([entry(text, 10)]), zipFile([entry("short", 10)]), broken])
      await expect(textOf(zip)).rejects.toThrow(REFUSED);
  });
});
