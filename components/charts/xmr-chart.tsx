"use client";

import { useTranslations } from "next-intl";
import { Bar, ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { Xmr } from "#lib/stats/xmr.ts";
import { CATEGORY_AXIS, CHART, LINE, NUMBER_AXIS, TIME_PADDING, WIDE_FROM } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import type { ChartFormat } from "./chart-format.ts";
import { EndLabels, endLabelsWidth, numbersOnly } from "./end-labels.tsx";
import { type ChartEvent, EventRules, eventsHeight } from "./event-rules.tsx";
import { PlotLayer } from "./plot-layer.tsx";
import { valueAxis } from "./value-axis.ts";
import { xmrLabels, xmrPoints, xmrRangeLabels } from "./xmr-labels.ts";
import { XmrLimits, XmrMarks, XmrRangeLimit } from "./xmr-marks.tsx";

export type XmrChartProps = {
  /** Read out instead of the drawing */
  label: string;
  /** Along the horizontal axis, each only once: one per value */
  categories: readonly string[];
  values: readonly (number | null)[];
  /** xmr(values); null where there are too few values for limits */
  limits: Xmr | null;
  format: ChartFormat;
  events?: readonly ChartEvent[];
};

const HEIGHT = 404;
/** Part of the plot under the values that the steps from value to value take. */
const RANGES_PART = 0.24;

/** A process over time with its natural limits, and how far it moves from one value to the next. */
export function XmrChart(props: XmrChartProps) {
  const { label, values } = props;
  return (
    <ChartBox label={label} height={HEIGHT} isEmpty={values.every((value) => value === null)}>
      {(width) => <XmrDrawing {...props} width={width} />}
    </ChartBox>
  );
}

function XmrDrawing(props: XmrChartProps & { width: number }) {
  const { label, categories, values, limits, format, events = [], width } = props;
  const t = useTranslations("charts");
  const isNarrow = width < WIDE_FROM;
  const points = xmrPoints(values, limits);
  const axis = valueAxis([...values, ...(limits ? [limits.lower, limits.upper] : [])], format, 6);
  const [bottom, high] = axis.domain;
  const low = limits ? bottom - ((high - bottom) * RANGES_PART) / (1 - RANGES_PART) : bottom;
  const words = { centre: t("centre"), limit: t("limit"), now: t("now"), step: t("stepToStep") };
  const own = xmrLabels(points, limits, format, words);
  const labels = isNarrow ? numbersOnly(own) : own;
  const rangeLabels = limits ? xmrRangeLabels(limits, format, words, isNarrow) : [];
  const right = endLabelsWidth([...labels, ...rangeLabels]);
  const plot = { left: axis.width, right: width - right, padding: TIME_PADDING };
  const top = 12 + eventsHeight(events, categories, plot);
  const rows = points.map(({ value, movingRange }, index) => ({
    category: categories[index] ?? "",
    value,
    movingRange,
  }));
  return (
    <ComposedChart
      {...CHART}
      title={label}
      width={width}
      height={HEIGHT}
      data={rows}
      margin={{ top, right, bottom: 0, left: 0 }}
    >
      <XAxis
        {...CATEGORY_AXIS}
        scale="point"
        padding={{ left: TIME_PADDING, right: TIME_PADDING }}
      />
      <YAxis {...axis} domain={[low, high]} />
      <YAxis {...NUMBER_AXIS} yAxisId="range" hide domain={[0, rangeTop(limits)]} />
      <PlotLayer isBehind>
        {(scales) => limits && <XmrLimits limits={limits} scales={scales} />}
      </PlotLayer>
      <Bar
        yAxisId="range"
        dataKey="movingRange"
        barSize={6}
        fill="var(--control-border)"
        fillOpacity={0.7}
        isAnimationActive={false}
      />
      <Line {...LINE} strokeWidth={1.75} dataKey="value" stroke="var(--actual)" dot={false} />
      <PlotLayer>
        {({ x, y, plot: drawn }) => (
          <>
            <EventRules events={events} x={x} plot={{ ...drawn, bottom: y(bottom) }} />
            <XmrMarks points={points} categories={categories} x={x} y={y} />
            <EndLabels
              labels={labels}
              x={drawn.right}
              y={y}
              plot={{ top: drawn.top, bottom: y(bottom) }}
            />
          </>
        )}
      </PlotLayer>
      {limits && (
        <PlotLayer yAxisId="range">
          {({ y, plot: drawn }) => (
            <>
              <XmrRangeLimit at={y(limits.rangeLimit)} plot={drawn} />
              <EndLabels labels={rangeLabels} x={drawn.right} y={y} plot={drawn} />
            </>
          )}
        </PlotLayer>
      )}
    </ComposedChart>
  );
}

/** The limit of the steps stands at two thirds of their part. */
function rangeTop(limits: Xmr | null): number {
  return (limits?.rangeLimit || 1) / (RANGES_PART * 0.66);
}
