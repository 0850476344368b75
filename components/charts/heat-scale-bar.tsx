import { type HeatScale, type HeatStep, heatTokens } from "./heat-step.ts";

const STEPS: readonly HeatStep[] = [1, 2, 3, 4, 5, 6, 7];

/** The colours of a heat scale, from one end to the other; what the ends mean stands beside it. */
export function HeatScaleBar({ kind }: Pick<HeatScale, "kind">) {
  return (
    <span aria-hidden="true" className="flex gap-0.5">
      {STEPS.map((step) => (
        <span
          key={step}
          className="fill h-2 w-4 rounded-xs"
          style={{ background: heatTokens(step, kind).background }}
        />
      ))}
    </span>
  );
}
