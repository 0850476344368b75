const LF = 0x0a;
const CR = 0x0d;

// ignoreBOM keeps U+FEFF: a decoder would otherwise eat it at the start of every block.
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** A run of whole lines; not sound when bytes of its one line are broken. */
export interface BlockText {
  text: string;
  isSound: boolean;
}

/** Decodes a block of UTF-8 lines at once, or line by line when some bytes are broken. */
export function blockTexts(block: Uint8Array): BlockText[] {
  const whole = decodeStrictly(block);
  if (whole !== undefined) return [{ text: whole, isSound: true }];
  return Array.from(byteLines(block), (line) => {
    const text = decodeStrictly(line);
    return text === undefined
      ? { text: lenient.decode(line), isSound: false }
      : { text, isSound: true };
  });
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined; // the only way a fatal decoder reports broken bytes
  }
}

function* byteLines(block: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let at = 0; at < block.length; at++) {
    const isEnd = block[at] === LF || (block[at] === CR && block[at + 1] !== LF);
    if (!isEnd) continue;
    yield block.subarray(start, at + 1);
    start = at + 1;
  }
  if (start < block.length) yield block.subarray(start);
}
