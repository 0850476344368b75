/** 1 is the lightest or the worst, 7 the strongest or the best. */
export type HeatStep = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How numbers become colours: from low to high, or away from a middle such as a target. */
export type HeatScale =
  | { kind: "sequential"; low: number; high: number }
  | { kind: "diverging"; centre: number; reach: number };

const STEPS: readonly HeatStep[] = [1, 2, 3, 4, 5, 6, 7];

/** The step of a value; a value beyond the scale takes the last one. */
export function heatStep(value: number, scale: HeatScale): HeatStep {
  const [low, high] =
    scale.kind === "sequential"
      ? [scale.low, scale.high]
      : [scale.centre - scale.reach, scale.centre + scale.reach];
  if (high <= low) return 4;
  const index = Math.floor((7 * (value - low)) / (high - low));
  return STEPS[Math.min(6, Math.max(0, index))] ?? 4;
}

/** The tokens of a step: its ground and the ink that reads on it. */
export function heatTokens(step: HeatStep, kind: HeatScale["kind"]) {
  if (kind === "diverging")
    return { background: `var(--div-${step})`, color: `var(--div-ink-${step})` };
  return {
    background: `var(--seq-${step})`,
    color: step <= 4 ? "var(--seq-ink-low)" : "var(--seq-ink-high)",
  };
}
