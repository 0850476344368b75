"use client";

import { Bar, BarChart, CartesianGrid, Rectangle, XAxis, YAxis } from "recharts";
import { CATEGORY_AXIS, CHART, GRID } from "./axes.ts";
import type { ChartBar } from "./chart-bar.ts";
import { ChartBox } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { fittingLabels } from "./fitting-labels.ts";
import { PlotLayer, type Scales } from "./plot-layer.tsx";
import { PlotText } from "./plot-text.tsx";
import { textWidth } from "./text-width.ts";
import { valueAxis } from "./value-axis.ts";
import { WrappedTick } from "./wrapped-tick.tsx";

export type VerticalBarsProps = { label: string; bars: readonly ChartBar[]; format: ChartFormat };

const HEIGHT = 276;
/** Values of losses stand under their bars. */
const BELOW_VALUES = 18;

/** Columns with their value over them, or under them where it is below 0. */
export function VerticalBars({ label, bars, format }: VerticalBarsProps) {
  const axis = valueAxis([0, ...bars.map(({ value }) => value)], format);
  const rows = bars.map(({ key, value }) => ({ category: key, value }));
  return (
    <ChartBox label={label} height={HEIGHT} isEmpty={bars.every(({ value }) => value === null)}>
      {(width) => (
        <BarChart
          {...CHART}
          title={label}
          width={width}
          height={HEIGHT}
          data={rows}
          margin={{ top: 20, right: 4, bottom: 20, left: 0 }}
          barCategoryGap="24%"
          maxBarSize={48}
        >
          <CartesianGrid {...GRID} />
          <XAxis
            {...CATEGORY_AXIS}
            interval={0}
            tickMargin={bars.some(({ value }) => (value ?? 0) < 0) ? BELOW_VALUES : 8}
            tick={
              <WrappedTick
                names={bars.map(({ name }) => name)}
                band={(width - axis.width) / bars.length}
              />
            }
          />
          <YAxis {...axis} />
          <Bar dataKey="value" isAnimationActive={false} shape={barShape} />
          <PlotLayer>
            {(scales) => <Values bars={bars} format={format} scales={scales} />}
          </PlotLayer>
        </BarChart>
      )}
    </ChartBox>
  );
}

function barShape({ x, y, width, height, value }: BarAt) {
  const [top, tall] = [y ?? 0, height ?? 0];
  const isLoss = (Array.isArray(value) ? Number(value[1]) : Number(value)) < 0;
  return (
    <Rectangle
      x={x ?? 0}
      y={Math.min(top, top + tall)}
      width={width ?? 0}
      height={Math.abs(tall)}
      radius={2}
      fill={isLoss ? "var(--div-2)" : "var(--seq-5)"}
    />
  );
}

type BarAt = { x?: number; y?: number; width?: number; height?: number; value?: unknown };

type ValuesProps = Omit<VerticalBarsProps, "label"> & { scales: Scales };

/** The ground and the values; with many bars only those that have room, the greatest first. */
function Values({ bars, format, scales: { x, y, plot } }: ValuesProps) {
  const texts = bars.map(({ value }) => chartText(value, format));
  const shown = fittingLabels(
    bars.map(({ key, value }, index) => ({
      middle: x(key),
      width: textWidth(texts[index] ?? "") + 8,
      weight: Math.abs(value ?? 0),
    })),
  );
  return (
    <g>
      <path d={`M${plot.left} ${y(0)}H${plot.right}`} stroke="var(--control-border)" />
      {bars.map(({ key, value }, index) => {
        if (!shown[index]) return null;
        const base = y(value ?? 0) + ((value ?? 0) < 0 ? 16 : -6);
        return (
          <PlotText
            key={key}
            x={x(key)}
            y={base}
            anchor="middle"
            lines={[texts[index] ?? ""]}
            isMuted={value === null}
            isBold
          />
        );
      })}
    </g>
  );
}
