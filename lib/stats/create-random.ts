/** Chance in (0, 1), the same sequence for the same seed. */
export type Random = () => number;

/** Draws to throw away until the seed has spread over the whole state. */
const WARM_UP = 12;

/**
 * A generator of independent chances in (0, 1) with 53 bits, set by two whole numbers: each `stream` of a seed is its own sequence.
 *
 * Not for secrets. Source: sfc32 of PractRand (Doty-Humphrey), its state filled by splitmix32.
 * Worked: seed 20260501, stream 0 starts 0.2055120431.
 */
export function createRandom(seed: number, stream = 0): Random {
  const next = sfc32(splitmix32((seed ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0));
  for (let i = 0; i < WARM_UP; i++) next();
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6) + 0.5) / 9_007_199_254_740_992;
}

function sfc32(fill: () => number): () => number {
  let [a, b, c] = [fill(), fill(), fill()];
  let counter = 1;
  return () => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return mixed >>> 0;
  };
}

function splitmix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
