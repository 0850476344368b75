import { guessLegacyEncoding } from "./guess-legacy-encoding.ts";
import type { CsvEncoding } from "./types.ts";

const BOMS: readonly (readonly [CsvEncoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Tells the encoding of a file from its first bytes: BOM, then NUL pattern, then UTF-8, then letters. */
export function sniffEncoding(head: Uint8Array): CsvEncoding {
  const marked = BOMS.find(([, bom]) => bom.every((byte, at) => head[at] === byte));
  if (marked) return marked[0];
  return sniffUtf16(head) ?? (looksLikeUtf8(head) ? "utf-8" : guessLegacyEncoding(head));
}

// Commas, digits and line ends have one NUL byte each in UTF-16, always on the same side.
function sniffUtf16(head: Uint8Array): CsvEncoding | undefined {
  const nuls: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) nuls[at & 1 ? 1 : 0]++;
  const [even, odd] = nuls;
  const enough = head.length / 10;
  if (odd > enough && odd > 10 * even) return "utf-16le";
  if (even > enough && even > 10 * odd) return "utf-16be";
  return undefined;
}

// A few broken bytes among many sound sequences are bad rows of a UTF-8 file, not another encoding.
function looksLikeUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(head, { stream: true });
  const broken = text.split("\uFFFD").length - 1;
  if (broken === 0) return true;
  const nonAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return nonAscii - broken > 4 * broken;
}
