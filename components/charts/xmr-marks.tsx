import type { Xmr, XmrPoint } from "#lib/stats/xmr.ts";
import { Mark } from "./mark.tsx";
import type { Scales } from "./plot-layer.tsx";

/** The band between the limits, the limits and the centre. */
export function XmrLimits({ limits, scales: { y, plot } }: { limits: Xmr; scales: Scales }) {
  const { lower, upper, centre } = limits;
  const across = (at: number) => `M${plot.left} ${y(at)}H${plot.right}`;
  return (
    <g stroke="var(--control-border)" fill="none">
      <path
        d={`${across(upper)}V${y(lower)}H${plot.left}Z`}
        fill="var(--raised)"
        stroke="none"
        opacity={0.6}
      />
      <path d={`${across(upper)}${across(lower)}`} strokeDasharray="4 3" />
      <path d={across(centre)} />
    </g>
  );
}

/** The limit of the steps and the ground they stand on. */
export function XmrRangeLimit({ at, plot }: { at: number; plot: Scales["plot"] }) {
  return (
    <g>
      <path
        d={`M${plot.left} ${at}H${plot.right}`}
        stroke="var(--control-border)"
        strokeDasharray="4 3"
      />
      <path d={`M${plot.left} ${plot.bottom}H${plot.right}`} stroke="var(--hairline)" />
    </g>
  );
}

export type XmrMarksProps = {
  points: readonly XmrPoint[];
  categories: readonly string[];
  x: Scales["x"];
  y: Scales["y"];
};

/** Ordinary points are filled, runs hollow, points outside diamonds. */
export function XmrMarks({ points, categories, x, y }: XmrMarksProps) {
  return (
    <g>
      {points.map(({ value, signal }, index) => {
        const category = categories[index] ?? "";
        if (value === null) return null;
        const at = { x: x(category), y: y(value) };
        if (signal === "outside")
          return <Mark key={category} {...at} shape="diamond" color="var(--bad)" size={5} />;
        if (signal)
          return <Mark key={category} {...at} shape="circle" color="var(--bad)" isHollow />;
        return <Mark key={category} {...at} shape="circle" color="var(--actual)" size={3} />;
      })}
    </g>
  );
}
