import type { ImportCounts } from "#lib/imports/types.ts";
import type { Bytes, CorpusStep, ExpectedReject, Holdings } from "./types.ts";

/** The header of most files of orders. */
export const ORDERS_HEADER = "order_id,customer_id,date,amount";

export const NOTHING: Holdings = { customers: 0, orders: 0, revenueMinor: 0, days: null };

/** Lines as a file in UTF-8. */
export function lines(...rows: readonly string[]): () => Uint8Array {
  return () => new TextEncoder().encode(`${rows.join("\n")}\n`);
}

/** One upload that ends well: how many rows it created, updated and left alone, and what it rejected. */
export function step(
  bytes: Bytes,
  [created, updated, unchanged]: readonly [number, number, number],
  rejects: readonly ExpectedReject[] = [],
  more: Pick<Partial<CorpusStep>, "mapping" | "fileName"> = {},
): CorpusStep {
  const rejected = new Set(rejects.map(([line]) => line)).size;
  const counts: ImportCounts = { created, updated, unchanged, rejected };
  return { fileName: "export.csv", bytes, ends: { counts, rejects }, ...more };
}

/** One upload of which nothing is imported, because of something that holds for the whole file. */
export function refused(
  bytes: Bytes,
  failure: string,
  more: Pick<Partial<CorpusStep>, "mapping" | "fileName"> = {},
): CorpusStep {
  return { fileName: "export.csv", bytes, ends: { failure }, ...more };
}

/** One upload that is answered with the reason why it is not taken. */
export function turnedAway(
  bytes: Bytes,
  words: string,
  more: Pick<Partial<CorpusStep>, "fileName"> = {},
): CorpusStep {
  return { fileName: "export.csv", bytes, ends: { turnedAway: words }, ...more };
}

/** Bytes of a text in one byte a character, as old programs write it; `special` names what is not Latin-1. */
export function singleByte(
  text: string,
  special: Readonly<Record<string, number>> = {},
): () => Uint8Array {
  return () =>
    Uint8Array.from(text, (character) => special[character] ?? character.codePointAt(0) ?? 0);
}

/** A text in UTF-16, with or without the mark that says so. */
export function utf16(
  text: string,
  { isBigEndian = false, hasMark = true } = {},
): () => Uint8Array {
  return () => {
    const bytes = Buffer.from(hasMark ? `\uFEFF${text}` : text, "utf16le");
    return isBigEndian ? bytes.swap16() : bytes;
  };
}
