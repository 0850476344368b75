/**
 * How far two groupings of the same cases agree: 1 the same, about 0 as by chance, below 0 less than that. The names of the groups do
 * not matter. Null for fewer than 2 cases; 1 where both leave no choice.
 *
 * Source: Hubert and Arabie (1985), Comparing partitions, Journal of Classification 2, eq. 5.
 * Worked: (0, 0, 1, 1) with (0, 0, 1, 2) gives 0.5714.
 */
export function adjustedRand(
  first: readonly number[] | Int32Array,
  second: readonly number[] | Int32Array,
): number | null {
  const n = first.length;
  if (n < 2 || second.length !== n) return null;
  const one = Array.from(first, String);
  const other = Array.from(second, String);
  const both = pairsWithin(one.map((group, i) => `${group} ${other[i]}`));
  const [inOne, inOther] = [pairsWithin(one), pairsWithin(other)];
  const expected = (inOne * inOther) / pairs(n);
  const most = (inOne + inOther) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

/** Pairs of cases that share a group. */
function pairsWithin(groups: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0);
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
