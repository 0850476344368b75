const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * What the directory of a zip file says its entries unpack to, in bytes; null when it has no sound directory. The sizes
 * are the file's own word: whoever unpacks needs a limit as well.
 */
export function unpackedSize(zip: Uint8Array): number | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = directoryEnd(view);
  if (end === null) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let bytes = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    bytes += view.getUint32(at + 24, true);
    at += 46 + nameLength(view, at);
  }
  return bytes;
}

/** Name, extra field and comment of an entry. */
function nameLength(view: DataView, at: number): number {
  return [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0);
}

function directoryEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  return null;
}
