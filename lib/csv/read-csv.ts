import { blockTexts } from "./block-text.ts";
import { BLOCK_BYTES } from "./limits.ts";
import { type LineBlock, LineCutter } from "./line-cutter.ts";
import { RecordReader } from "./record-reader.ts";
import { utf8Transcoder } from "./to-utf8.ts";
import type { CsvBatch, CsvDialect } from "./types.ts";

/**
 * Reads a CSV file as a stream: records in file order from the headers on, in batches of about 64 KB of the file.
 * A record that cannot be read carries its fault and does not disturb the others; blank lines are left out.
 * Memory stays bounded whatever the bytes are.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  dialect: CsvDialect,
): AsyncGenerator<CsvBatch> {
  const toUtf8 = utf8Transcoder(dialect.encoding);
  const cutter = new LineCutter();
  const reader = new RecordReader(dialect.delimiter, dialect.headerRow);
  let bytesRead = 0;
  for await (const chunk of bytes) {
    for (const piece of pieces(chunk)) {
      bytesRead += piece.length;
      takeBlocks(reader, cutter.cut(toUtf8(piece)));
      const records = reader.drain();
      if (records.length > 0) yield { records, bytesRead };
    }
  }
  takeBlocks(reader, [...cutter.cut(toUtf8()), ...cutter.finish()]);
  reader.finish();
  const records = reader.drain();
  if (records.length > 0) yield { records, bytesRead };
}

function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += BLOCK_BYTES) yield chunk.subarray(at, at + BLOCK_BYTES);
}

function takeBlocks(reader: RecordReader, blocks: LineBlock[]): void {
  for (const block of blocks) {
    if (block === "overlong") reader.takeOverlong();
    else for (const text of blockTexts(block)) reader.take(text);
  }
}
