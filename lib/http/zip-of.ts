import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes follow the data, names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980, the first day a zip file knows: the same list is the same file. */
const DAY = 0x0021;

type Entry = { name: Buffer; crc: number; packed: number; unpacked: number; at: number };

/** A zip file of some texts, as they come; nothing is held but the names. Each stays below 4 GB. */
export async function* zipOf(
  parts: Iterable<{ name: string; texts: AsyncIterable<string> }>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  for (const { name, texts } of parts) yield* zip.entry(name, texts);
  yield zip.finish();
}

class ZipWriter {
  #entries: Entry[] = [];
  #length = 0;

  /** One entry; `texts` are read as fast as the bytes are taken. */
  async *entry(name: string, texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, unpacked: 0, at: this.#length };
    yield this.#counted(localHeader(entry));
    const deflate = createDeflateRaw({ level: 6 });
    // Its callback does nothing: what goes wrong ends the loop below.
    pipeline(Readable.from(measured(texts, entry)), deflate, () => undefined);
    for await (const chunk of deflate) {
      entry.packed += chunk.length;
      yield this.#counted(chunk);
    }
    yield this.#counted(descriptor(entry));
    this.#entries.push(entry);
  }

  /** The directory, after the last entry. */
  finish(): Uint8Array {
    const directory = Buffer.concat(this.#entries.map(centralHeader));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#length, 16);
    return Buffer.concat([directory, end]);
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#length += bytes.length;
    return bytes;
  }
}

async function* measured(texts: AsyncIterable<string>, entry: Entry): AsyncGenerator<Buffer> {
  for await (const text of texts) {
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.unpacked += bytes.length;
    yield bytes;
  }
}

function localHeader({ name }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  writeCommon(header, 4);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor({ crc, packed, unpacked }: Entry): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(DESCRIPTOR, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(unpacked, 12);
  return bytes;
}

function centralHeader({ name, crc, packed, unpacked, at }: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(unpacked, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, name]);
}

/** Version, flags, method and day, as they stand in both headers. */
function writeCommon(header: Buffer, at: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(FLAGS, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(DAY, at + 8);
}
