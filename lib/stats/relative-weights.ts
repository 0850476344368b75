import type { DriverCorrelations } from "./pairwise-correlations.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";
import { at } from "./typed-array.ts";

/** An eigenvalue below this share of the largest is a driver that the others make up. */
const LEAST_EIGENVALUE = 1e-10;

/**
 * Johnson's relative weights: how much of R² goes with each driver, ≥ 0, together R². Null where drivers make each other up.
 *
 * R = V Δ Vᵀ, Λ = V √Δ Vᵀ, β = Λ⁻¹ r, ε = Λ² β² by element. Says what goes together, not what causes what.
 * Source: Johnson (2000), A heuristic method for estimating the relative weight of predictor variables, Multivariate Behavioral
 * Research 35. Worked: R = [[1, .5, .3], [.5, 1, .4], [.3, .4, 1]] with r = [.6, .5, .35] gives .24253, .12768, .05603.
 */
export function relativeWeights({
  count,
  between,
  withOutcome,
}: DriverCorrelations): Float64Array | null {
  const { values, vectors } = symmetricEigen(between);
  if (!(at(values, count - 1) > LEAST_EIGENVALUE * at(values, 0))) return null;
  const root = rebuilt(vectors, values.map(Math.sqrt));
  const inverse = rebuilt(
    vectors,
    values.map((value) => 1 / Math.sqrt(value)),
  );
  const squares = timesVector(inverse, withOutcome).map((beta) => beta * beta);
  return timesVector(
    root.map((loading) => loading * loading),
    squares,
  );
}

/** Σ value · vector · vectorᵀ, by rows. */
function rebuilt(vectors: readonly Float64Array[], values: Float64Array): Float64Array {
  const n = values.length;
  const matrix = new Float64Array(n * n);
  for (const [k, vector] of vectors.entries())
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        matrix[i * n + j] = at(matrix, i * n + j) + at(values, k) * at(vector, i) * at(vector, j);
  return matrix;
}

function timesVector(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += at(matrix, i * n + j) * at(vector, j);
    return sum;
  });
}
