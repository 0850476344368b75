import {
  type CsvDialect,
  type CsvRecord,
  readCsv,
  SNIFF_BYTES,
  sniffDialect,
} from "#lib/csv/index.ts";

export const COMMA_UTF8: CsvDialect = { encoding: "utf-8", delimiter: ",", headerRow: 1 };

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function utf16(text: string, order: "le" | "be", withBom: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const all = withBom ? [0xfeff, ...units] : units;
  const bytes = new Uint8Array(2 * all.length);
  const view = new DataView(bytes.buffer);
  for (const [at, unit] of all.entries()) view.setUint16(2 * at, unit, order === "le");
  return bytes;
}

export function join(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export async function* inChunks(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a whole file as a worker does, with the dialect it sniffs unless one is given. */
export async function readAll(
  bytes: Uint8Array,
  { dialect = sniffed(bytes), chunk = 65_536 }: { dialect?: CsvDialect; chunk?: number } = {},
): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of readCsv(inChunks(bytes, chunk), dialect))
    records.push(...batch.records);
  return records;
}

function sniffed(bytes: Uint8Array): CsvDialect {
  const dialect = sniffDialect(bytes.subarray(0, SNIFF_BYTES));
  if (typeof dialect === "string") throw new Error(`cannot be read: ${dialect}`);
  return dialect;
}
