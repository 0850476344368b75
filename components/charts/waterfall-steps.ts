/** One step of a bridge: from where to where it leads. */
export type WaterfallStep = { from: number; to: number; amount: number | null };

/** The steps from 0 to the total; an unknown amount (null) leads nowhere. */
export function waterfallSteps(amounts: readonly (number | null)[]): {
  steps: WaterfallStep[];
  total: number;
} {
  let total = 0;
  const steps = amounts.map((amount) => {
    const from = total;
    total += amount ?? 0;
    return { from, to: total, amount };
  });
  return { steps, total };
}
