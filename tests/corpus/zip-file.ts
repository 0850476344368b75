import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = {
  name: string;
  bytes: Uint8Array;
  isSymlink?: boolean;
  /** Packed, and said to unpack to so many bytes, whatever it does */
  saidBytes?: number;
};

const SYMLINK_MODE = (0o120777 << 16) >>> 0;
const FILE_MODE = (0o100644 << 16) >>> 0;
const UNIX = 3 << 8;
const DEFLATED = 8;

/** A zip file whose entries are stored as they are, or packed where they lie about their size. */
export function zipFile(given: readonly ZipEntry[]): Uint8Array {
  const entries = given.map((entry) =>
    entry.saidBytes === undefined ? entry : { ...entry, bytes: deflateRawSync(entry.bytes) },
  );
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = localHeader(entry);
    directory.push(directoryEntry(entry, at));
    locals.push(local, Buffer.from(entry.bytes));
    at += local.length + entry.bytes.length;
  }
  return Buffer.concat([...locals, ...directory, directoryEnd(entries.length, directory, at)]);
}

function facts({ name, bytes, saidBytes }: ZipEntry): Buffer {
  const buffer = Buffer.alloc(22);
  buffer.writeUInt16LE(20, 0);
  buffer.writeUInt16LE(saidBytes === undefined ? 0 : DEFLATED, 4);
  buffer.writeUInt32LE(crc32(bytes), 10);
  buffer.writeUInt32LE(bytes.length, 14);
  buffer.writeUInt32LE(saidBytes ?? bytes.length, 18);
  return Buffer.concat([buffer, sizesOf(name)]);
}

function sizesOf(name: string): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt16LE(Buffer.byteLength(name), 0);
  return buffer;
}

function localHeader(entry: ZipEntry): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04"), facts(entry), Buffer.from(entry.name)]);
}

function directoryEntry(entry: ZipEntry, at: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(UNIX, 0);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(entry.isSymlink ? SYMLINK_MODE : FILE_MODE, 6);
  tail.writeUInt32LE(at, 10);
  return Buffer.concat([
    Buffer.from("PK\x01\x02"),
    made,
    facts(entry),
    tail,
    Buffer.from(entry.name),
  ]);
}

function directoryEnd(count: number, directory: readonly Buffer[], at: number): Buffer {
  const buffer = Buffer.alloc(18);
  buffer.writeUInt16LE(count, 4);
  buffer.writeUInt16LE(count, 6);
  buffer.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  );
  buffer.writeUInt32LE(at, 12);
  return Buffer.concat([Buffer.from("PK\x05\x06"), buffer]);
}
