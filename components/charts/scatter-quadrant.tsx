"use client";

import { Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { median } from "#lib/stats/median.ts";
import { CHART } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import type { ChartFormat } from "./chart-format.ts";
import { Mark } from "./mark.tsx";
import { nameBelow, nameBeside, tickedAxis } from "./named-axes.ts";
import { niceTicks } from "./nice-ticks.ts";
import { type Box, placeLabels } from "./place-labels.ts";
import { PlotLayer, type Scales } from "./plot-layer.tsx";
import { PlotText } from "./plot-text.tsx";
import { textWidth } from "./text-width.ts";

/** `isSure` false draws a hollow point: fewer than 30 answers, or no effect that stands out from chance. */
export type QuadrantPoint = { key: string; name: string; x: number; y: number; isSure: boolean };

export type ScatterQuadrantProps = {
  /** Read out instead of the drawing */
  label: string;
  points: readonly QuadrantPoint[];
  xName: string;
  yName: string;
  xFormat: ChartFormat;
  yFormat: ChartFormat;
  /** What to do with each quarter, as verbs; the first is tinted */
  quadrants: { topLeft: string; topRight: string; bottomLeft: string; bottomRight: string };
  /** Where the cross-hairs stand; the medians by default */
  cross?: { x: number; y: number };
};

const HEIGHT = 396;
const RADIUS = 5;

/** Points in four quarters around the medians, named where there is room; the table names all. */
export function ScatterQuadrant(props: ScatterQuadrantProps) {
  const { label, points, xName, yName, xFormat, yFormat } = props;
  const xs = niceTicks(points.map(({ x }) => x));
  const ys = niceTicks(points.map(({ y }) => y));
  const cross = props.cross ?? {
    x: median(points.map(({ x }) => x)) ?? 0,
    y: median(points.map(({ y }) => y)) ?? 0,
  };
  return (
    <ChartBox label={label} height={HEIGHT} isEmpty={points.length === 0}>
      {(width) => (
        <ScatterChart
          {...CHART}
          title={label}
          width={width}
          height={HEIGHT}
          margin={{ top: 8, right: 16, bottom: 20, left: 16 }}
        >
          <XAxis {...tickedAxis(xs, xFormat)} dataKey="x" label={nameBelow(xName)} />
          <YAxis
            {...tickedAxis(ys, yFormat)}
            dataKey="y"
            width={44}
            label={nameBeside(yName, -8)}
          />
          <PlotLayer isBehind>
            {(scales) => <Quarters {...props} cross={cross} scales={scales} />}
          </PlotLayer>
          <Scatter
            data={[...points]}
            isAnimationActive={false}
            shape={({ cx, cy, payload }: PointAt) => (
              <Mark
                shape="circle"
                x={cx ?? 0}
                y={cy ?? 0}
                size={RADIUS}
                color={payload?.isSure ? "var(--text)" : "var(--muted)"}
                isHollow={!payload?.isSure}
              />
            )}
          />
          <PlotLayer>{(scales) => <PointNames {...props} scales={scales} />}</PlotLayer>
        </ScatterChart>
      )}
    </ChartBox>
  );
}

type PointAt = { cx?: number | undefined; cy?: number | undefined; payload?: QuadrantPoint };
type LayerProps = Pick<ScatterQuadrantProps, "quadrants" | "points"> & { scales: Scales };

function Quarters({ cross, scales }: LayerProps & { cross: { x: number; y: number } }) {
  const { x, y, plot } = scales;
  const [atX, atY] = [x(cross.x), y(cross.y)];
  return (
    <g fill="none">
      <path
        d={`M${plot.left} ${plot.top}H${atX}V${atY}H${plot.left}Z`}
        fill="var(--div-2)"
        opacity={0.09}
      />
      <path
        d={`M${plot.left} ${plot.top}H${plot.right}V${plot.bottom}H${plot.left}Z`}
        stroke="var(--hairline)"
      />
      <path
        d={`M${atX} ${plot.top}V${plot.bottom}M${plot.left} ${atY}H${plot.right}`}
        stroke="var(--control-border)"
        strokeDasharray="4 3"
      />
    </g>
  );
}

function PointNames({ quadrants, points, scales }: LayerProps) {
  const { x, y, plot } = scales;
  const corners = cornersOf(quadrants, plot);
  // The sure ones choose their place first.
  const ordered = points.toSorted((a, b) => Number(b.isSure) - Number(a.isSure));
  const places = placeLabels(
    ordered.map((point) => ({
      x: x(point.x),
      y: y(point.y),
      width: textWidth(point.name),
      radius: RADIUS,
    })),
    { bounds: { ...plot, right: plot.right + 8 }, taken: corners.map(({ box }) => box) },
  );
  return (
    <g>
      {corners.map(({ key, x: at, y: base, anchor, words }) => (
        <PlotText key={key} x={at} y={base} anchor={anchor} lines={[words]} isBold />
      ))}
      {ordered.map(({ key, name, isSure }, index) => {
        const place = places[index];
        return place && <PlotText key={key} {...place} lines={[name]} isMuted={!isSure} />;
      })}
    </g>
  );
}

type Corner = {
  key: string;
  x: number;
  y: number;
  anchor: "start" | "end";
  words: string;
  box: Box;
};

function cornersOf(quadrants: ScatterQuadrantProps["quadrants"], plot: Scales["plot"]): Corner[] {
  const corner = (key: keyof typeof quadrants, anchor: "start" | "end", y: number): Corner => {
    const words = quadrants[key];
    const wide = textWidth(words) + 6;
    const x = anchor === "start" ? plot.left + 10 : plot.right - 10;
    const left = anchor === "start" ? x : x - wide;
    return {
      key,
      x,
      y,
      anchor,
      words,
      box: { left, right: left + wide, top: y - 12, bottom: y + 5 },
    };
  };
  return [
    corner("topLeft", "start", plot.top + 20),
    corner("topRight", "end", plot.top + 20),
    corner("bottomLeft", "start", plot.bottom - 10),
    corner("bottomRight", "end", plot.bottom - 10),
  ];
}
