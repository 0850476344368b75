import type { CsvEncoding } from "./types.ts";

const REPLACED = [0xef, 0xbf, 0xbd] as const;

/**
 * Makes a function that turns successive pieces of a file into UTF-8, so that one reader serves every encoding.
 * Called without a piece at the end of the file. Broken UTF-16 becomes broken UTF-8: its row is rejected later.
 */
export function utf8Transcoder(encoding: CsvEncoding): (piece?: Uint8Array) => Uint8Array {
  if (encoding === "utf-8") return (piece = new Uint8Array()) => piece;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (piece) => {
    const text = decoder.decode(piece, { stream: piece !== undefined });
    const bytes = encoder.encode(text);
    return text.includes("\uFFFD") ? breakReplaced(bytes) : bytes;
  };
}

function breakReplaced(bytes: Uint8Array): Uint8Array {
  for (let at = bytes.indexOf(REPLACED[0]); at !== -1; at = bytes.indexOf(REPLACED[0], at + 1))
    if (bytes[at + 1] === REPLACED[1] && bytes[at + 2] === REPLACED[2]) bytes[at] = 0xff;
  return bytes;
}
