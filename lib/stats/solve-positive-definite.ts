import { at } from "./typed-array.ts";

/** A pivot below this share of its diagonal is lost to rounding. */
const LEAST_PIVOT = 1e-14;

/**
 * x of A x = b for a symmetric positive definite A (n × n, by rows), by Cholesky's decomposition; null unless A is one.
 *
 * Error about the condition number of A times 1e-16. Source: Golub and Van Loan (2013), Matrix Computations, algorithm 4.2.1.
 * Worked: [[4, 2], [2, 3]] x = [8, 8] gives [1, 2].
 */
export function solvePositiveDefinite(
  matrix: Float64Array,
  right: Float64Array,
): Float64Array | null {
  const root = choleskyRoot(matrix, right.length);
  return root && substitute(root, right);
}

/** Inverse of a symmetric positive definite matrix (by rows), null unless it is one. Worked: [[4, 2], [2, 3]] gives [[3, −2], [−2, 4]] / 8. */
export function invertPositiveDefinite(matrix: Float64Array): Float64Array | null {
  const n = Math.round(Math.sqrt(matrix.length));
  const root = choleskyRoot(matrix, n);
  if (!root) return null;
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const solved = substitute(root, unit);
    for (let row = 0; row < n; row++) inverse[row * n + column] = at(solved, row);
  }
  return inverse;
}

/** Lower triangular L with L Lᵀ = A. */
function choleskyRoot(matrix: Float64Array, n: number): Float64Array | null {
  const root = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const diagonal = at(matrix, j * n + j);
    const pivot = diagonal - rowProduct(root, n, j, j);
    if (!(pivot > LEAST_PIVOT * Math.abs(diagonal))) return null;
    const scale = Math.sqrt(pivot);
    root[j * n + j] = scale;
    for (let i = j + 1; i < n; i++)
      root[i * n + j] = (at(matrix, i * n + j) - rowProduct(root, n, i, j)) / scale;
  }
  return root;
}

/** Σ L(i, k) L(j, k) for k < j. */
function rowProduct(root: Float64Array, n: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < j; k++) sum += at(root, i * n + k) * at(root, j * n + k);
  return sum;
}

/** Solves L Lᵀ x = b, forward and then back. */
function substitute(root: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const solved = right.slice();
  for (let i = 0; i < n; i++) {
    let sum = at(solved, i);
    for (let k = 0; k < i; k++) sum -= at(root, i * n + k) * at(solved, k);
    solved[i] = sum / at(root, i * n + i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(solved, i);
    for (let k = i + 1; k < n; k++) sum -= at(root, k * n + i) * at(solved, k);
    solved[i] = sum / at(root, i * n + i);
  }
  return solved;
}
