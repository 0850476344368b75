"use client";

import { useEffect, useRef, useState } from "react";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { cx } from "#lib/class-names.ts";
import { ChartLabel } from "./chart-label.tsx";

/** Both 0..100 */
export type CurvePoint = { customerPercent: number; revenuePercent: number };

/** A marked point: the first line is strong. */
export type CurveMark = CurvePoint & { lines: readonly [string, string] };

export type ConcentrationCurveProps = {
  /** From 0, 0 to 100, 100 */
  points: readonly CurvePoint[];
  /** The fifth with the most, null where that is nobody; and everybody */
  top: CurveMark | null;
  all: CurveMark;
  /** Read out instead of the drawing */
  label: string;
  /** Under the horizontal axis */
  axisLabel: string;
  /** Beside the line on which everybody would have the same */
  equalLabel: string;
};

const HEIGHT = 276;
const FIRST_WIDTH = 600;
/** Printing resizes the page for a moment: a redraw that waits leaves the drawing in the print. */
const AFTER_PRINT_MS = 200;
/** Room for a label beside the last point; under this the label stands over it. */
const WIDE_FROM = 460;

/** What share of revenue the best customers make, from the best one to all. */
export function ConcentrationCurve(props: ConcentrationCurveProps) {
  const { points, top, all, label, axisLabel, equalLabel } = props;
  const [box, isWide] = useIsWide();
  return (
    <div
      ref={box}
      role="img"
      aria-label={label}
      className={cx(PRINTABLE, WHILE_RESIZING)}
      style={{ height: HEIGHT }}
    >
      <ResponsiveContainer
        height={HEIGHT}
        initialDimension={{ width: FIRST_WIDTH, height: HEIGHT }}
        debounce={AFTER_PRINT_MS}
      >
        <LineChart
          data={[...points]}
          margin={{ top: 24, right: isWide ? 104 : 12, bottom: 20, left: 0 }}
          accessibilityLayer={false}
          title={label}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis {...X_AXIS} label={{ value: axisLabel, position: "bottom", offset: 4 }} />
          <YAxis {...Y_AXIS} />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 100, y: 100 },
            ]}
            stroke="var(--control-border)"
            strokeDasharray="1 4"
            strokeLinecap="round"
          />
          {top && (
            <ReferenceLine
              segment={[{ x: top.customerPercent, y: 0 }, at(top)]}
              stroke="var(--control-border)"
              strokeDasharray="2 3"
            />
          )}
          <Line {...LINE} />
          <ReferenceDot
            x={isWide ? 72 : 46}
            y={isWide ? 58 : 32}
            r={0}
            label={<ChartLabel lines={[equalLabel]} dx={8} dy={12} isMuted />}
          />
          {top && (
            <ReferenceDot
              {...DOT}
              {...at(top)}
              label={<ChartLabel lines={top.lines} dx={12} dy={8} />}
            />
          )}
          <ReferenceDot
            {...DOT}
            {...at(all)}
            label={<AllLabel lines={all.lines} isWide={isWide} />}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Whether the drawing has room for a label at its side. */
function useIsWide() {
  const box = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(true);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setIsWide(entry.contentRect.width >= WIDE_FROM);
    });
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, isWide] as const;
}

function AllLabel({ isWide, ...props }: { isWide: boolean; lines: readonly string[] }) {
  if (isWide) return <ChartLabel {...props} dx={12} dy={8} />;
  return <ChartLabel {...props} lines={[props.lines.join(" ")]} dx={4} dy={-10} anchor="end" />;
}

function at(point: CurvePoint) {
  return { x: point.customerPercent, y: point.revenuePercent };
}

/** A page is narrower than a screen: the drawing shrinks instead of being cut. */
/** Until the redraw a turned phone must not scroll sideways. */
const WHILE_RESIZING = "min-w-0 overflow-x-clip print:overflow-visible";
const PRINTABLE = cx(
  "print:[&_.recharts-responsive-container>div]:w-full! print:[&_.recharts-responsive-container]:w-full!",
  "print:[&_.recharts-surface]:h-auto! print:[&_.recharts-surface]:w-full! print:[&_.recharts-wrapper]:w-full!",
);

const TICK = { fill: "var(--muted)", fontSize: 12 };

const X_AXIS = {
  type: "number",
  dataKey: "customerPercent",
  domain: [0, 100],
  ticks: [0, 20, 40, 60, 80, 100],
  tick: TICK,
  tickLine: false,
  axisLine: false,
} as const;

const Y_AXIS = {
  domain: [0, 100],
  ticks: [0, 50, 100],
  tickFormatter: (percent: number) => `${percent}\u00a0%`,
  tick: TICK,
  tickLine: false,
  axisLine: false,
  width: 48,
} as const;

const LINE = {
  dataKey: "revenuePercent",
  stroke: "var(--seq-5)",
  strokeWidth: 2,
  strokeLinejoin: "round",
  dot: false,
  activeDot: false,
  isAnimationActive: false,
} as const;

const DOT = { r: 4, fill: "var(--surface)", stroke: "var(--seq-5)", strokeWidth: 2 } as const;
