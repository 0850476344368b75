import "server-only";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { describeFileFault, sniffDialect } from "#lib/csv/index.ts";
import { DomainError } from "#lib/errors/index.ts";

/** A table of text shrinks to a tenth; what unpacks to a hundred times its size is made to do harm. */
const MOST_RATIO = 100;
/** Below this nothing can do harm. */
const HARMLESS_BYTES = 8 * 1024 ** 2;
const BITE_BYTES = 64 * 1024;

/**
 * The bytes of a file, unpacked on the way if it is a gzip file. A broken or monstrous one is refused as soon as that
 * shows.
 *
 * @throws DomainError `invalid_input`
 */
export async function* unpackGzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  const head = await readHead(iterator);
  const whole = { [Symbol.asyncIterator]: () => prepended(head, iterator) };
  if (head[0] === 0x1f && head[1] === 0x8b) yield* unpacked(whole);
  else yield* whole;
}

/** The first piece that is long enough to tell by. */
async function readHead(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const { value, done } = await iterator.next();
    if (done) break;
    head = head.length === 0 ? value : Buffer.concat([head, value]);
  }
  return head;
}

async function* prepended(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const sizes = { packed: 0, unpacked: 0 };
  const source = Readable.from(counted(packed, sizes), { highWaterMark: 1 });
  const gunzip = createGunzip();
  // The loop below is told of the error by the stream it reads.
  pipeline(source, gunzip, () => undefined);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      if (sizes.unpacked === 0) checkText(chunk);
      sizes.unpacked += chunk.length;
      checkRatio(sizes);
      yield chunk;
    }
  } catch (error) {
    throw isBroken(error)
      ? new DomainError("invalid_input", "The gzip file is broken or not whole. Pack it again.")
      : error;
  } finally {
    gunzip.destroy();
  }
}

type Sizes = { packed: number; unpacked: number };

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  sizes: Sizes,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    // In small bites, so that what is counted as packed is not far ahead of what is unpacked.
    for (let at = 0; at < chunk.length; at += BITE_BYTES) {
      const bite = chunk.subarray(at, at + BITE_BYTES);
      sizes.packed += bite.length;
      yield bite;
    }
  }
}

/** Only tables of text are packed so: what begins otherwise need not be unpacked to its end. */
function checkText(head: Uint8Array): void {
  if (sniffDialect(head) === "binary")
    throw new DomainError("invalid_input", describeFileFault("binary"));
}

function checkRatio({ packed, unpacked: size }: Sizes): void {
  if (size < HARMLESS_BYTES || size < MOST_RATIO * packed) return;
  throw new DomainError(
    "invalid_input",
    "The gzip file unpacks to more than a hundred times its size: no table does. Send the CSV file itself.",
  );
}

/** What zlib says of the bytes themselves. */
function isBroken(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_");
}
