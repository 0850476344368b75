/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** Those who came to a step of a survival curve, and how many of them were lost at it. */
export type SurvivalStep = { atRisk: number; lost: number };

/**
 * 95 % intervals, 0..1, of the share still there after each step of a Kaplan-Meier curve: Greenwood's variance on the scale of
 * log(−log S), which stays within 0 and 1. null where nobody was lost yet, or nobody is left.
 *
 * Source: Kalbfleisch and Prentice (1980), The statistical analysis of failure time data, §1.3; Greenwood (1926).
 * Worked: 3 lost of 21, then 1 of 17 leave 0.8067 with 0.5631 to 0.9228 (6-MP of Freireich et al. 1963).
 */
export function survivalIntervals(
  steps: readonly SurvivalStep[],
): (readonly [low: number, high: number] | null)[] {
  let share = 1;
  let variance = 0;
  return steps.map(({ atRisk, lost }) => {
    share *= atRisk === 0 ? 1 : 1 - lost / atRisk;
    variance += lost === 0 || lost >= atRisk ? 0 : lost / (atRisk * (atRisk - lost));
    if (share <= 0 || share >= 1) return null;
    const reach = (Z * Math.sqrt(variance)) / Math.abs(Math.log(share));
    return [share ** Math.exp(reach), share ** Math.exp(-reach)];
  });
}
