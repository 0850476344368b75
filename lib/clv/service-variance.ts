import { at } from "#lib/stats/typed-array.ts";

/**
 * How costs of service vary, in the unit of the spend squared: `within` s², a week of one customer by chance, and `between` τ², customers
 * beyond it, 0 where they do not differ; `activeTime` A of each, in weeks, that they were seen for.
 */
export type ServiceSpread = {
  readonly activeTime: Float64Array;
  readonly within: number;
  readonly between: number;
};

/**
 * How far the expected costs of service of all together may be off over so many weeks ahead of each, L: `open` by what few contacts leave
 * unknown of the rates, `chance` by contacts to come. Both are apart from the model of purchases.
 *
 * Each cost is `(K m + C) / (K + A)` with K = s²/τ². Of customers who each cost a rate of their own, with variance τ² about the mean, and
 * contacts by chance about it, the error of Σ c L is linear in both (delta method), with Q = Σ L K/(K + A):
 * `Σ s² A (L/(K + A) + Q/ΣA)² + τ² (Q A/ΣA − L K/(K + A))²`. Chance to come is s² Σ L, as of a compound Poisson process, a little much
 * where it is discounted. s² and τ² are taken as known. Source as of `serviceCosts`. Worked: customers alike, 4 contacts of 1 in 40 weeks
 * in all and 20 weeks ahead have an expected cost of 2 with an open variance of 0.1 · 20²/40 = 1, and a chance of 2.
 */
export function serviceVariance(
  { activeTime, within, between }: ServiceSpread,
  ahead: Float64Array,
): { open: number; chance: number } {
  const seen = sumOf(activeTime);
  // Shares of the mean in each cost; K is without end where customers do not differ.
  const ofMean = activeTime.map((time) => (between > 0 ? within / (within + between * time) : 1));
  const meanWeeks = ofMean.reduce((sum, share, i) => sum + share * at(ahead, i), 0);
  let open = 0;
  for (let i = 0; i < activeTime.length; i++) {
    const time = at(activeTime, i);
    const [weeks, share] = [at(ahead, i), at(ofMean, i)];
    // 1/(K + A) = (τ²/s²) · K/(K + A)
    const own = (weeks * share * between) / within;
    open += within * time * (own + meanWeeks / seen) ** 2;
    open += between * ((meanWeeks * time) / seen - weeks * share) ** 2;
  }
  return { open, chance: within * sumOf(ahead) };
}

function sumOf(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0);
}
