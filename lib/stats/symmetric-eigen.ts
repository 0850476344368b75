import { at } from "./typed-array.ts";

/** `values` from the largest down; `vectors` by rows, the first row belonging to the first value. */
export type Eigen = { readonly values: Float64Array; readonly vectors: readonly Float64Array[] };

const MOST_SWEEPS = 100;

/**
 * Eigenvalues and unit eigenvectors of a symmetric matrix (by rows), within 1e-13 of the largest value; meant for up to some 50 rows.
 *
 * Source: Golub and Van Loan (2013), Matrix Computations, algorithm 8.5.2 (cyclic Jacobi).
 * Worked: [[2, 1], [1, 2]] has 3 with (1, 1)/√2 and 1 with (1, −1)/√2, up to the sign.
 */
export function symmetricEigen(matrix: Float64Array): Eigen {
  const n = Math.round(Math.sqrt(matrix.length));
  const work = matrix.slice();
  const vectors = identity(n);
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(work, n); sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) rotateAway(work, vectors, n, [p, q]);
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => at(work, j * n + j) - at(work, i * n + i),
  );
  return {
    values: Float64Array.from(order, (i) => at(work, i * n + i)),
    vectors: order.map((i) => vectors.slice(i * n, (i + 1) * n)),
  };
}

/** Turns the plane of p and q so that the element (p, q) becomes 0; the rows of `vectors` turn with it. */
function rotateAway(
  work: Float64Array,
  vectors: Float64Array,
  n: number,
  [p, q]: readonly [p: number, q: number],
): void {
  const off = at(work, p * n + q);
  if (off === 0) return;
  const half = (at(work, q * n + q) - at(work, p * n + p)) / (2 * off);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(half, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const turn = [cosine, tangent * cosine] as const;
  for (let k = 0; k < n; k++) turnPair(work, k * n + p, k * n + q, turn);
  for (let k = 0; k < n; k++) turnPair(work, p * n + k, q * n + k, turn);
  for (let k = 0; k < n; k++) turnPair(vectors, p * n + k, q * n + k, turn);
}

function turnPair(
  cells: Float64Array,
  first: number,
  second: number,
  [cosine, sine]: readonly [cosine: number, sine: number],
): void {
  const [x, y] = [at(cells, first), at(cells, second)];
  cells[first] = cosine * x - sine * y;
  cells[second] = sine * x + cosine * y;
}

function isDiagonal(work: Float64Array, n: number): boolean {
  let off = 0;
  let all = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const square = at(work, i * n + j) ** 2;
      all += square;
      if (i !== j) off += square;
    }
  return off <= 1e-30 * all;
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}
