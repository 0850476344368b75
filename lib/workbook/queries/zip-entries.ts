import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import type { ZipEntry } from "../open-workbook.ts";
import { NO_WORKBOOK, Refusal } from "../refusal.ts";

/** As many as a zip file names without its extension to 64 bits: each is held. */
const MOST_ENTRIES = 0xffff;

/**
 * The entries of a zip file as its directory lists them. Their sizes are the file's own word, and reading an entry ends where
 * it unpacks to more or less, so that whoever has seen the directory knows what it takes.
 *
 * @throws Refusal for a file without a sound directory, and while an entry is read that is broken or lies
 */
export async function zipEntries(file: Buffer): Promise<ZipEntry[]> {
  try {
    const zip = await fromBufferPromise(file, { validateEntrySizes: true });
    if (zip.entryCount > MOST_ENTRIES) throw new Refusal(NO_WORKBOOK);
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entryOf(zip, entry));
    return entries;
  } catch {
    throw new Refusal(NO_WORKBOOK);
  }
}

function entryOf(zip: ZipFile, entry: Entry): ZipEntry {
  return {
    name: entry.fileName,
    unpackedBytes: entry.uncompressedSize,
    text: () => textOf(zip, entry),
  };
}

/** Nothing is kept of it. */
async function* textOf(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  try {
    const text = (await zip.openReadStreamPromise(entry)).setEncoding("utf8");
    for await (const piece of text) yield piece;
  } catch {
    throw new Refusal(NO_WORKBOOK);
  }
}
