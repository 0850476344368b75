"use client";

import { useId } from "react";
import { Bar, BarChart, Rectangle, XAxis, YAxis } from "recharts";
import { CATEGORY_AXIS, CHART, NUMBER_AXIS } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { niceTicks } from "./nice-ticks.ts";
import { PlotLayer, type Scales } from "./plot-layer.tsx";
import { PlotText } from "./plot-text.tsx";
import { type WaterfallStep, waterfallSteps } from "./waterfall-steps.ts";
import { WrappedTick } from "./wrapped-tick.tsx";

export type WaterfallChartProps = {
  /** Read out instead of the drawing */
  label: string;
  /** In the order they add up; null where the amount is not known */
  steps: readonly { key: string; name: string; amount: number | null }[];
  /** Under the last bar, which holds what all steps make */
  totalName: string;
  format: ChartFormat;
};

const HEIGHT = 260;
const TOTAL = "total";

/** How steps lead to a total: gains and losses float, the total stands on the ground and is hatched. */
export function WaterfallChart({ label, steps, totalName, format }: WaterfallChartProps) {
  const hatch = useId();
  const bridge = waterfallSteps(steps.map(({ amount }) => amount));
  const bars = [
    ...steps.map(({ key, name }, index) => ({ key, name, ...(bridge.steps[index] ?? NOTHING) })),
    { key: TOTAL, name: totalName, from: 0, to: bridge.total, amount: bridge.total },
  ];
  const rows = bars.map(({ key, from, to }) => ({
    category: key,
    range: [Math.min(from, to), Math.max(from, to)],
  }));
  const { domain } = niceTicks([0, ...bars.flatMap(({ from, to }) => [from, to])], 12);
  return (
    <ChartBox label={label} height={HEIGHT} isEmpty={steps.every(({ amount }) => amount === null)}>
      {(width) => (
        <BarChart
          {...CHART}
          title={label}
          width={width}
          height={HEIGHT}
          data={rows}
          margin={{ top: 20, right: 0, bottom: 20, left: 0 }}
          barCategoryGap="18%"
          maxBarSize={72}
        >
          <defs>
            <pattern
              id={hatch}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={6} height={6} fill="var(--text)" />
              <path d="M0 0V6" stroke="var(--surface)" strokeWidth={1.5} opacity={0.35} />
            </pattern>
          </defs>
          <XAxis
            {...CATEGORY_AXIS}
            interval={0}
            tick={<WrappedTick names={bars.map(({ name }) => name)} band={width / bars.length} />}
            tickMargin={18}
          />
          <YAxis {...NUMBER_AXIS} hide domain={domain} />
          <Bar
            dataKey="range"
            isAnimationActive={false}
            shape={({ x, y, width: wide, height, index }: BarAt) => (
              <Rectangle
                x={x ?? 0}
                y={y ?? 0}
                width={wide ?? 0}
                height={Math.abs(height ?? 0)}
                radius={2}
                fill={fillOf(bars[index ?? 0], hatch)}
                className="fill"
              />
            )}
          />
          <PlotLayer isBehind>{(scales) => <Connectors bars={bars} scales={scales} />}</PlotLayer>
          <PlotLayer>
            {(scales) => <Amounts bars={bars} scales={scales} format={format} />}
          </PlotLayer>
        </BarChart>
      )}
    </ChartBox>
  );
}

type BarAt = { x?: number; y?: number; width?: number; height?: number; index?: number };
type BridgeBar = WaterfallStep & { key: string; name: string };
type LayerProps = { bars: readonly BridgeBar[]; scales: Scales };

const NOTHING: WaterfallStep = { from: 0, to: 0, amount: null };

/** The ground, and a line from the end of each bar to the next one. */
function Connectors({ bars, scales: { x, y, plot } }: LayerProps) {
  return (
    <g stroke="var(--control-border)">
      <path d={`M${plot.left} ${y(0)}H${plot.right}`} />
      {bars.slice(0, -1).map(({ key, to }, index) => (
        <path
          key={key}
          d={`M${x(key)} ${y(to)}H${x(bars[index + 1]?.key ?? key)}`}
          strokeDasharray="2 2"
        />
      ))}
    </g>
  );
}

function Amounts({ bars, scales: { x, y }, format }: LayerProps & { format: ChartFormat }) {
  return (
    <g>
      {bars.map(({ key, to, amount }) => (
        <PlotText
          key={key}
          x={x(key)}
          y={(amount ?? 0) < 0 ? y(to) + 16 : y(to) - 6}
          anchor="middle"
          lines={[chartText(amount, { ...format, isSigned: key !== TOTAL })]}
          isBold
        />
      ))}
    </g>
  );
}

function fillOf(bar: BridgeBar | undefined, hatch: string): string {
  if (bar?.key === TOTAL) return `url(#${hatch})`;
  return (bar?.amount ?? 0) < 0 ? "var(--div-2)" : "var(--seq-5)";
}
