const SHARD_BITS = 17;
const SHARDS = 2 ** SHARD_BITS;
/** Numbers in a chunk: the chunk before it in its shard, and then digests. 64 bytes are one line of a processor's cache. */
const CHUNK = 16;
const PAGE_CHUNKS = 4_096;
const PAGE = PAGE_CHUNKS * CHUNK;

/** 49 bits of a digest: those that say its shard, and the others. */
export type DigestParts = { shard: number; rest: number };

/** The last 17 of its first 24 bits, and the 32 after them; of at least 14 hexadecimal digits. */
export function partsOf(digest: string): DigestParts {
  const high = Number.parseInt(digest.slice(0, 6), 16);
  return { shard: high % SHARDS, rest: Number.parseInt(digest.slice(6, 14), 16) };
}

/**
 * Remembers 49 bits of each digest outside the JavaScript heap: 32 of them lie in the chain of small chunks of their shard,
 * and the chunks of all shards in pages, so that nothing is ever copied to grow.
 * Memory: 0.7 MB at least, 64 bytes a digest while there are few, 9 MB for 1 million, 48 MB for 10 million.
 */
export class DigestSet {
  /** The newest chunk of each shard, 0 for none, and how many of its places are taken. */
  #newest = new Uint32Array(SHARDS);
  #taken = new Uint8Array(SHARDS);
  #pages: Uint32Array[] = [];
  /** Chunk 0 is never used. */
  #chunks = 1;

  /** The place of a digest, a positive number that stays the same; 0 when it is not here. */
  find({ shard, rest }: DigestParts): number {
    let end = (this.#taken[shard] ?? 0) + 1;
    for (let chunk = this.#newest[shard] ?? 0; chunk !== 0; end = CHUNK) {
      const page = this.#pageOf(chunk);
      const start = (chunk % PAGE_CHUNKS) * CHUNK;
      for (let at = 1; at < end; at++) if (page[start + at] === rest) return chunk * CHUNK + at;
      chunk = page[start] ?? 0;
    }
    return 0;
  }

  /** Put in a digest that is not here, and tell its place. */
  add({ shard, rest }: DigestParts): number {
    const chunk = this.#chunkWithRoom(shard);
    const at = (this.#taken[shard] ?? 0) + 1;
    this.#pageOf(chunk)[(chunk % PAGE_CHUNKS) * CHUNK + at] = rest;
    this.#taken[shard] = at;
    return chunk * CHUNK + at;
  }

  /** Memory held, in bytes. */
  get byteLength(): number {
    const pages = this.#pages.length * PAGE * Uint32Array.BYTES_PER_ELEMENT;
    return this.#newest.byteLength + this.#taken.byteLength + pages;
  }

  #chunkWithRoom(shard: number): number {
    const newest = this.#newest[shard] ?? 0;
    if (newest !== 0 && (this.#taken[shard] ?? 0) < CHUNK - 1) return newest;
    const chunk = this.#chunks++;
    if (chunk >= this.#pages.length * PAGE_CHUNKS) this.#pages.push(new Uint32Array(PAGE));
    this.#pageOf(chunk)[(chunk % PAGE_CHUNKS) * CHUNK] = newest;
    this.#newest[shard] = chunk;
    this.#taken[shard] = 0;
    return chunk;
  }

  #pageOf(chunk: number): Uint32Array {
    return this.#pages[Math.floor(chunk / PAGE_CHUNKS)] ?? NO_PAGE;
  }
}

const NO_PAGE = new Uint32Array(0);
