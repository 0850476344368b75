/**
 * Standard error of an area under the curve from `happened` cases that did and `others` that did not.
 *
 * With Q₁ = A/(2−A), Q₂ = 2A²/(1+A): `√((A(1−A) + (n₁−1)(Q₁−A²) + (n₂−1)(Q₂−A²)) / (n₁n₂))`.
 * Source: Hanley and McNeil (1982), Radiology 143, table I. Worked: A 0.8 of 10 and 20 gives 0.0936.
 */
export function areaError(area: number, happened: number, others: number): number {
  const twoAboveOne = area / (2 - area);
  const oneAboveTwo = (2 * area ** 2) / (1 + area);
  const variance =
    area * (1 - area) +
    (happened - 1) * (twoAboveOne - area ** 2) +
    (others - 1) * (oneAboveTwo - area ** 2);
  return Math.sqrt(variance / (happened * others));
}
