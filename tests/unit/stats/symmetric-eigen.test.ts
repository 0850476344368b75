import { expect, it } from "vitest";
import { symmetricEigen } from "#lib/stats/symmetric-eigen.ts";
import { at } from "#lib/stats/typed-array.ts";

it("finds 3 and 1 of [[2, 1], [1, 2]] (correctness)", () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2));
  expect([...values]).toEqual([expect.closeTo(3, 13), expect.closeTo(1, 13)]);
  const [first = new Float64Array(), second = new Float64Array()] = vectors;
  expect(at(first, 0) / at(first, 1)).toBeCloseTo(1, 13);
  expect(at(second, 0) / at(second, 1)).toBeCloseTo(-1, 13);
});

it("takes a matrix apart that its values and vectors make up again (consistency)", () => {
  const n = 8;
  const hilbert = Float64Array.from(
    { length: n * n },
    (_, i) => 1 / (Math.floor(i / n) + (i % n) + 1),
  );
  const { values, vectors } = symmetricEigen(hilbert);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const cell = vectors.reduce((sum, v, k) => sum + at(values, k) * at(v, i) * at(v, j), 0);
      expect(Math.abs(cell - at(hilbert, i * n + j))).toBeLessThan(1e-14);
    }
  expect([...values]).toEqual([...values].sort((a, b) => b - a));
});
