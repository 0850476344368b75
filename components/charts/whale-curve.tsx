"use client";

import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import { CHART, GRID, LINE, NUMBER_AXIS, WIDE_FROM } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import { niceTicks } from "./nice-ticks.ts";
import { PlotLayer, type Scales } from "./plot-layer.tsx";
import { PlotText } from "./plot-text.tsx";
import { textWidth } from "./text-width.ts";

/** `customerPercent` 0..100; `sharePercent` of the total, above 100 where later customers give some back. */
export type CurvePoint = { customerPercent: number; sharePercent: number };

/** A marked point: the first line is strong. */
export type CurveMark = CurvePoint & { lines: readonly string[] };

export type WhaleCurveProps = {
  /** From 0, 0 to 100, 100 */
  points: readonly CurvePoint[];
  /** The best part of customers, null where that is nobody; the peak, where the curve falls after it; and everybody */
  top: CurveMark | null;
  peak?: CurveMark | null;
  all: CurveMark;
  /** What those after the peak lose; stands beside the fall */
  loss?: readonly string[];
  /** Read out instead of the drawing */
  label: string;
  /** Under the horizontal axis */
  axisLabel: string;
  /** Beside the line on which everybody would have the same */
  equalLabel: string;
};

const HEIGHT = 276;
const LINE_HEIGHT = 16;
/** On a phone the words of the total stand in the free corner at the foot, where the peak has words of its own. */
const ABOVE_AXIS = 10;
const PERCENTS = [0, 20, 40, 60, 80, 100];

/** What share of a total the best customers make, from the best one to all. */
export function WhaleCurve(props: WhaleCurveProps) {
  const { points, peak = null, all, label, axisLabel } = props;
  const { ticks, domain } = niceTicks([0, 100, ...points.map((point) => point.sharePercent)], 4);
  const rows = points.map((point) => ({
    ...point,
    fall:
      peak && point.customerPercent >= peak.customerPercent
        ? [point.sharePercent, peak.sharePercent]
        : null,
  }));
  const beside = 20 + Math.max(...[...all.lines, ...(props.loss ?? [])].map(textWidth));
  return (
    <ChartBox label={label} height={HEIGHT} isEmpty={points.length === 0}>
      {(width) => {
        const isWide = width >= WIDE_FROM;
        return (
          <ComposedChart
            {...CHART}
            title={label}
            width={width}
            height={HEIGHT}
            data={rows}
            margin={{ top: 24, right: isWide ? beside : 12, bottom: 20, left: 0 }}
          >
            <CartesianGrid {...GRID} />
            <XAxis
              {...NUMBER_AXIS}
              dataKey="customerPercent"
              domain={[0, 100]}
              ticks={PERCENTS}
              label={{ value: axisLabel, position: "bottom", offset: 4 }}
            />
            <YAxis
              {...NUMBER_AXIS}
              domain={domain}
              ticks={ticks}
              tickFormatter={(percent: number) => `${percent}\u00a0%`}
              width={52}
            />
            <Area
              dataKey="fall"
              stroke="none"
              fill="var(--div-2)"
              fillOpacity={0.16}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line {...LINE} dataKey="sharePercent" stroke="var(--seq-5)" dot={false} />
            <PlotLayer>
              {(scales) => <CurveWords {...props} peak={peak} scales={scales} isWide={isWide} />}
            </PlotLayer>
          </ComposedChart>
        );
      }}
    </ChartBox>
  );
}

type WordsProps = Omit<WhaleCurveProps, "points" | "label" | "axisLabel"> & {
  scales: Scales;
  isWide: boolean;
};

function CurveWords(props: WordsProps) {
  const { top, peak, all, equalLabel, scales, isWide } = props;
  const { x, y, plot } = scales;
  const equalAt = isWide ? 72 : 46;
  // A curve that hardly rises any more would run through the words beside its mark.
  const isFlat = top !== null && y(top.sharePercent) - y((peak ?? all).sharePercent) < LINE_HEIGHT;
  const marks = [top, peak, all].filter((mark) => mark !== null && mark !== undefined);
  return (
    <g>
      <path
        d={`M${x(0)} ${y(0)}L${x(100)} ${y(100)}`}
        stroke="var(--control-border)"
        strokeDasharray="1 4"
        strokeLinecap="round"
      />
      <PlotText x={x(equalAt) + 12} y={y(equalAt) + 22} lines={[equalLabel]} isMuted />
      {top && (
        <path
          d={`M${x(top.customerPercent)} ${y(top.sharePercent)}V${plot.bottom}`}
          stroke="var(--control-border)"
          strokeDasharray="2 3"
        />
      )}
      {marks.map((mark) => (
        <circle
          key={mark.customerPercent}
          cx={x(mark.customerPercent)}
          cy={y(mark.sharePercent)}
          r={4}
          fill="var(--surface)"
          stroke="var(--seq-5)"
          strokeWidth={2}
        />
      ))}
      {top && (
        <PlotText
          x={x(top.customerPercent) + 12}
          y={y(top.sharePercent) + (isFlat ? LINE_HEIGHT + 4 : 10)}
          lines={top.lines}
        />
      )}
      {peak && <PeakWords {...props} peak={peak} />}
      {isWide ? (
        <PlotText x={x(100) + 12} y={y(100) + 8} lines={all.lines} />
      ) : (
        <PlotText
          x={x(100) + 4}
          y={peak ? y(0) - ABOVE_AXIS : y(100) - 10}
          anchor="end"
          lines={[all.lines.join(" ")]}
        />
      )}
    </g>
  );
}

/** The peak, and beside the curve what those after it lose. */
function PeakWords({ peak, loss, scales: { x, y }, isWide }: WordsProps & { peak: CurveMark }) {
  const words = peak.lines.join(" ");
  const at = { x: x(peak.customerPercent), y: y(peak.sharePercent) };
  return (
    <g>
      <path d={`M${at.x} ${at.y}H${x(100)}`} stroke="var(--div-2)" strokeDasharray="2 3" />
      <PlotText
        x={Math.min(at.x, x(100) - textWidth(words) / 2)}
        y={at.y - 10}
        anchor="middle"
        lines={[words]}
      />
      {loss && isWide && (
        <PlotText
          x={x(100) + 12}
          y={Math.min(at.y + 4, y(100) + 4 - LINE_HEIGHT * loss.length)}
          lines={loss}
        />
      )}
    </g>
  );
}
