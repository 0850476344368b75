"use client";

import { Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { CHART } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import type { ChartFormat } from "./chart-format.ts";
import { Mark } from "./mark.tsx";
import { nameBelow, nameBeside, tickedAxis } from "./named-axes.ts";
import { niceTicks } from "./nice-ticks.ts";
import { placeLabels } from "./place-labels.ts";
import { PlotLayer, type Scales } from "./plot-layer.tsx";
import { PlotText } from "./plot-text.tsx";
import { textWidth } from "./text-width.ts";

/** `size` 0..1 is the area of its mark; null draws a small hollow one. */
export type Bubble = { key: string; name: string; x: number; y: number; size: number | null };

export type BubbleChartProps = {
  /** Read out instead of the drawing */
  label: string;
  /** The most important first: they choose the place of their names first */
  bubbles: readonly Bubble[];
  xName: string;
  yName: string;
  xFormat: ChartFormat;
  yFormat: ChartFormat;
};

const HEIGHT = 360;
const LARGEST = 18;
const SMALLEST = 4;

/** Things by two numbers and a third as their area, named where there is room; the table names all. */
export function BubbleChart({ label, bubbles, xName, yName, xFormat, yFormat }: BubbleChartProps) {
  const xs = niceTicks([0, ...bubbles.map(({ x }) => x)]);
  const ys = niceTicks([0, ...bubbles.map(({ y }) => y)]);
  return (
    <ChartBox label={label} height={HEIGHT} isEmpty={bubbles.length === 0}>
      {(width) => (
        <ScatterChart
          {...CHART}
          title={label}
          width={width}
          height={HEIGHT}
          margin={{ top: 16, right: 24, bottom: 20, left: 16 }}
        >
          <XAxis {...tickedAxis(xs, xFormat)} dataKey="x" label={nameBelow(xName)} />
          <YAxis
            {...tickedAxis(ys, yFormat)}
            dataKey="y"
            width={56}
            label={nameBeside(yName, -8)}
          />
          <PlotLayer isBehind>{(scales) => <Lines scales={scales} ticks={ys.ticks} />}</PlotLayer>
          <Scatter
            data={[...bubbles]}
            isAnimationActive={false}
            shape={({ cx, cy, payload }: BubbleAt) => (
              <g opacity={0.85}>
                <Mark
                  shape="circle"
                  x={cx ?? 0}
                  y={cy ?? 0}
                  size={radiusOf(payload?.size ?? null)}
                  color={payload?.size == null ? "var(--muted)" : "var(--seq-5)"}
                  isHollow={payload?.size == null}
                />
              </g>
            )}
          />
          <PlotLayer>{(scales) => <BubbleNames bubbles={bubbles} scales={scales} />}</PlotLayer>
        </ScatterChart>
      )}
    </ChartBox>
  );
}

type BubbleAt = { cx?: number | undefined; cy?: number | undefined; payload?: Bubble };

/** Areas tell the number, so radii tell its root. */
function radiusOf(size: number | null): number {
  return size === null ? SMALLEST : Math.max(SMALLEST, LARGEST * Math.sqrt(size));
}

function Lines({ scales, ticks }: { scales: Scales; ticks: readonly number[] }) {
  const { y, plot } = scales;
  return (
    <g stroke="var(--hairline)">
      {ticks.map((tick) => (
        <path key={tick} d={`M${plot.left} ${y(tick)}H${plot.right}`} />
      ))}
    </g>
  );
}

function BubbleNames({ bubbles, scales }: { bubbles: readonly Bubble[]; scales: Scales }) {
  const { x, y, plot } = scales;
  const places = placeLabels(
    bubbles.map((bubble) => ({
      x: x(bubble.x),
      y: y(bubble.y),
      width: textWidth(bubble.name),
      radius: radiusOf(bubble.size),
    })),
    { bounds: { ...plot, top: plot.top - 12, right: plot.right + 20 } },
  );
  return (
    <g>
      {bubbles.map(({ key, name, size }, index) => {
        const place = places[index];
        return place && <PlotText key={key} {...place} lines={[name]} isMuted={size === null} />;
      })}
    </g>
  );
}
