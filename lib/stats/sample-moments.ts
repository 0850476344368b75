/** A sample in three numbers. `squaredDeviations` = Σ(value − mean)², so the sample variance is that over (n − 1). */
export type SampleMoments = { n: number; mean: number; squaredDeviations: number };

/**
 * The moments of several samples taken as one, without their values.
 *
 * Source: Chan, Golub, LeVeque (1979), Updating formulae and a pairwise algorithm for computing sample variances, eq. 2.1.
 * Worked: {n 2, mean 2, 2} (1 and 3) with {n 1, mean 8, 0} gives {n 3, mean 4, 26}. No sample at all is {0, 0, 0}.
 */
export function combineMoments(samples: readonly SampleMoments[]): SampleMoments {
  return samples.reduce(combineTwo, { n: 0, mean: 0, squaredDeviations: 0 });
}

function combineTwo(a: SampleMoments, b: SampleMoments): SampleMoments {
  const n = a.n + b.n;
  if (n === 0) return a;
  const distance = b.mean - a.mean;
  return {
    n,
    mean: a.mean + (distance * b.n) / n,
    squaredDeviations: a.squaredDeviations + b.squaredDeviations + (distance ** 2 * a.n * b.n) / n,
  };
}
