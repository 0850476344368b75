import type { CsvEncoding } from "./types.ts";

/** First bytes of files people drop by mistake: archives (and so xlsx), images, PDF, old Excel, UTF-32. */
const MAGIC: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, xlsx
  [0x50, 0x4b, 0x05, 0x06], // empty zip
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x47, 0x49, 0x46, 0x38], // gif
  [0x25, 0x50, 0x44, 0x46, 0x2d], // pdf
  [0xd0, 0xcf, 0x11, 0xe0], // xls, doc
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41], // bzip2
  [0x50, 0x41, 0x52, 0x31], // parquet
  [0xff, 0xfe, 0x00, 0x00], // utf-32le
];

// A stray NUL or two is one bad row of a sound file.
const CONTROLS_ALLOWED = 4;
const CONTROL_SHARE_ALLOWED = 0.05;
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** Whether the first bytes of a file belong to something else than text in `encoding`. */
export function isBinary(head: Uint8Array, encoding: CsvEncoding): boolean {
  if (MAGIC.some((magic) => magic.every((byte, at) => head[at] === byte))) return true;
  if (encoding.startsWith("utf-16")) return hasManyControls(utf16Units(head, encoding));
  return hasManyControls(head);
}

function hasManyControls(units: Uint8Array | Uint16Array): boolean {
  let controls = 0;
  for (const unit of units) if (unit < 0x20 && !TEXT_CONTROLS.has(unit)) controls++;
  return controls > CONTROLS_ALLOWED && controls > CONTROL_SHARE_ALLOWED * units.length;
}

function utf16Units(head: Uint8Array, encoding: CsvEncoding): Uint16Array {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const units = new Uint16Array(head.length >> 1);
  for (let at = 0; at < units.length; at++)
    units[at] = view.getUint16(2 * at, encoding === "utf-16le");
  return units;
}
