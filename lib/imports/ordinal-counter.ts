const SHARDS = 256;
const FIRST_SLOTS = 64;
const MAX_LOAD = 0.75;
const MAX_COUNT = 0xffff;

/**
 * Counts how often each digest came, for tens of millions of them, outside the JavaScript heap. A digest is
 * remembered by its first 56 bits: among 10 million different ones the chance that any two are taken
 * for equal is 0.07 %. Memory: 8 bytes a slot, 38 to 75 % of the slots filled, so 11 to 21 bytes a digest:
 * 0.1 MB at least, about 17 MB for 1 million, 134 MB for 10 million.
 */
export class OrdinalCounter {
  #shards = Array.from({ length: SHARDS }, () => new Shard(FIRST_SLOTS));
  /** Counts beyond 16 bits, by digest. */
  #large = new Map<string, number>();

  /** The ordinal of this coming of the digest (at least 14 hexadecimal digits): 1 for the first. */
  next(digest: string): number {
    const at = Number.parseInt(digest.slice(0, 2), 16);
    const high = Number.parseInt(digest.slice(2, 6), 16);
    const low = Number.parseInt(digest.slice(6, 14), 16);
    const shard = this.#shardFor(at);
    const ordinal = shard.count(high, low);
    return ordinal < MAX_COUNT ? ordinal : this.#nextLarge(digest);
  }

  /** Memory held for the tables, in bytes. */
  get byteLength(): number {
    return this.#shards.reduce((sum, shard) => sum + shard.byteLength, 0);
  }

  // Shards grow one by one, so that old and new tables never stand side by side for all digests.
  #shardFor(at: number): Shard {
    const shard = this.#shards[at];
    if (shard && !shard.isFull) return shard;
    const grown = shard?.grown() ?? new Shard(FIRST_SLOTS);
    this.#shards[at] = grown;
    return grown;
  }

  #nextLarge(digest: string): number {
    const ordinal = (this.#large.get(digest) ?? MAX_COUNT - 1) + 1;
    this.#large.set(digest, ordinal);
    return ordinal;
  }
}

/** An open-addressing table: 48 bits of the digest and a count of 16 bits in each slot; count 0 is a free slot. */
class Shard {
  #lows: Uint32Array;
  #highs: Uint16Array;
  #counts: Uint16Array;
  #filled = 0;

  constructor(slots: number) {
    this.#lows = new Uint32Array(slots);
    this.#highs = new Uint16Array(slots);
    this.#counts = new Uint16Array(slots);
  }

  get isFull(): boolean {
    return this.#filled > MAX_LOAD * this.#counts.length;
  }

  get byteLength(): number {
    return this.#lows.byteLength + this.#highs.byteLength + this.#counts.byteLength;
  }

  /** The count after this coming; it stops at the largest that fits. */
  count(high: number, low: number): number {
    const slot = this.#slotOf(high, low);
    const before = this.#counts[slot] ?? 0;
    if (before === 0) this.#fill(slot, high, low);
    const count = Math.min(before + 1, MAX_COUNT);
    this.#counts[slot] = count;
    return count;
  }

  grown(): Shard {
    const larger = new Shard(2 * this.#counts.length);
    for (const [from, count] of this.#counts.entries()) {
      if (count === 0) continue;
      const high = this.#highs[from] ?? 0;
      const low = this.#lows[from] ?? 0;
      const to = larger.#slotOf(high, low);
      larger.#fill(to, high, low);
      larger.#counts[to] = count;
    }
    return larger;
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#counts.length - 1;
    let slot = low & mask;
    while (this.#counts[slot] !== 0 && !(this.#lows[slot] === low && this.#highs[slot] === high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #fill(slot: number, high: number, low: number): void {
    this.#lows[slot] = low;
    this.#highs[slot] = high;
    this.#filled++;
  }
}
