import type { CsvBatch } from "#lib/csv/index.ts";
import type { ReadRecord } from "./row-reader.ts";
import type { Chunk, ImportRow, Reject } from "./types.ts";

/** A chunk ends at so many records, or at so much text: wide rows must not fill the worker's memory. */
const CHUNK_RECORDS = 5_000;
const CHUNK_CHARACTERS = 1_000_000;

/** The file in chunks. Records that earlier attempts have dealt with are read, to remember their numbers, and left out. */
export async function* collectChunks(
  batches: AsyncGenerator<CsvBatch>,
  read: (record: CsvBatch["records"][number]) => ReadRecord,
  skip: number,
): AsyncGenerator<Chunk> {
  let collected = new Collected(0);
  for await (const { records, bytesRead } of batches) {
    for (const record of records) {
      collected.add(read(record), lengthOf(record));
      if (collected.isUnfinished(skip)) continue;
      if (collected.end > skip) yield collected.chunk(bytesRead);
      collected = new Collected(collected.end);
    }
    collected.bytesRead = bytesRead;
  }
  if (collected.records > 0) yield collected.chunk(collected.bytesRead);
}

/** All the text of a record, columns that are left out included: the rows hold on to it. */
function lengthOf(record: CsvBatch["records"][number]): number {
  if ("fault" in record) return 0;
  let characters = 0;
  for (const cell of record.cells) characters += cell.length;
  return characters;
}

class Collected {
  readonly #first: number;
  readonly #rows: ImportRow[] = [];
  readonly #rejects: Reject[] = [];
  #characters = 0;
  records = 0;
  bytesRead = 0;

  constructor(first: number) {
    this.#first = first;
  }

  get end(): number {
    return this.#first + this.records;
  }

  /** Whether more records belong to this chunk: none that an earlier attempt has dealt with share it. */
  isUnfinished(skip: number): boolean {
    return this.end > skip && this.records < CHUNK_RECORDS && this.#characters < CHUNK_CHARACTERS;
  }

  add(read: ReadRecord, characters: number): void {
    this.records++;
    this.#characters += characters;
    this.#rows.push(...read.rows);
    this.#rejects.push(...read.rejects);
  }

  chunk(bytesRead: number): Chunk {
    return {
      first: this.#first,
      records: this.records,
      rows: this.#rows,
      rejects: this.#rejects,
      bytesRead,
    };
  }
}
