"use client";

import { useTranslations } from "next-intl";
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import { CATEGORY_AXIS, CHART, GRID, LINE, TIME_PADDING, WIDE_FROM } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { type EndLabel, EndLabels, endLabelsWidth, numbersOnly } from "./end-labels.tsx";
import { EventRules, eventsHeight } from "./event-rules.tsx";
import { Mark } from "./mark.tsx";
import { PlotLayer } from "./plot-layer.tsx";
import { valueAxis } from "./value-axis.ts";

/** A band around the median, such as that of 80 %; null where it is not known. */
export type ChartBand = {
  key: string;
  /** "80 %" */
  name: string;
  low: readonly (number | null)[];
  high: readonly (number | null)[];
};

export type AreaBandChartProps = {
  /** Read out instead of the drawing */
  label: string;
  /** Along the horizontal axis, each only once */
  categories: readonly string[];
  median: readonly (number | null)[];
  /** What the line is, where it is no median: "mean" */
  middleName?: string;
  /** Widest first, two at most */
  bands: readonly ChartBand[];
  format: ChartFormat;
  /** What the line is up to `today`: "came" */
  pastName?: string;
  /** The category that is now: the line is dashed after it */
  today?: string | undefined;
  /** What is written over its rule, where it is another day: "cut-off" */
  todayName?: string;
};

const HEIGHT = 276;
const OPACITY = [0.16, 0.26];

/** A median with the range it will likely lie in. */
export function AreaBandChart(props: AreaBandChartProps) {
  const t = useTranslations("charts");
  const { label, median, bands, format, today, middleName = t("median") } = props;
  const events = today ? [{ at: today, label: props.todayName ?? t("today") }] : [];
  const ends = endLabels(median, bands, format, middleName);
  return (
    <ChartBox
      label={label}
      height={HEIGHT}
      isEmpty={median.every((value) => value === null)}
      foot={<BandKey {...{ bands, today, middleName, pastName: props.pastName }} />}
    >
      {(width) => (
        <BandDrawing
          {...props}
          events={events}
          ends={width < WIDE_FROM ? numbersOnly(ends) : ends}
          width={width}
        />
      )}
    </ChartBox>
  );
}

type BandKeyProps = Pick<AreaBandChartProps, "bands"> & {
  middleName: string;
  today: string | undefined;
  pastName: string | undefined;
};

const LINE_LOOK = { height: 2, opacity: 1, dashes: undefined };

/** What line and bands are, where the labels at their ends have room for numbers only. */
function BandKey({ bands, middleName, today, pastName }: BandKeyProps) {
  const looks = [
    ...(today && pastName ? [{ name: pastName, ...LINE_LOOK }] : []),
    { name: middleName, ...LINE_LOOK, dashes: today ? "6 4" : undefined },
    ...bands.map(({ name }, index) => ({
      ...{ name, height: 12, dashes: undefined },
      // A narrower band lies on the wider one.
      opacity: OPACITY.slice(0, index + 1).reduce((sum, each) => sum + each, 0),
    })),
  ];
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted sm:hidden">
      {looks.map(({ name, height, opacity, dashes }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg width={16} height={12} aria-hidden="true">
            <path
              d="M0 6h16"
              stroke="var(--seq-5)"
              strokeWidth={height}
              strokeOpacity={opacity}
              strokeDasharray={dashes}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

type DrawingProps = AreaBandChartProps & {
  events: readonly { at: string; label: string }[];
  ends: readonly EndLabel[];
  width: number;
};

function BandDrawing(props: DrawingProps) {
  const { label, categories, median, bands, format, events, ends, width } = props;
  const axis = valueAxis(
    [...median, ...bands.flatMap(({ low, high }) => [...low, ...high])],
    format,
  );
  const right = endLabelsWidth(ends);
  const plot = { left: axis.width, right: width - right, padding: TIME_PADDING };
  const top = 12 + eventsHeight(events, categories, plot);
  return (
    <ComposedChart
      {...CHART}
      title={label}
      width={width}
      height={HEIGHT}
      data={rowsOf(props)}
      margin={{ top, right, bottom: 0, left: 0 }}
    >
      <CartesianGrid {...GRID} />
      <XAxis
        {...CATEGORY_AXIS}
        scale="point"
        padding={{ left: TIME_PADDING, right: TIME_PADDING }}
      />
      <YAxis {...axis} />
      {bands.map(({ key }, index) => (
        <Area
          key={key}
          type="linear"
          dataKey={(row: Row) => row.bands[index]}
          stroke="none"
          fill="var(--seq-5)"
          fillOpacity={OPACITY[index] ?? 0.3}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      <Line {...LINE} dataKey="past" stroke="var(--seq-5)" dot={loneDot(median)} />
      <Line {...LINE} dataKey="ahead" stroke="var(--seq-5)" strokeDasharray="6 4" dot={false} />
      <PlotLayer>
        {(scales) => (
          <>
            <EventRules events={events} x={scales.x} plot={scales.plot} />
            <EndLabels labels={ends} x={scales.plot.right} y={scales.y} plot={scales.plot} />
          </>
        )}
      </PlotLayer>
    </ComposedChart>
  );
}

type Row = {
  category: string;
  past: number | null;
  ahead: number | null;
  bands: readonly ([number, number] | null)[];
};

/** The solid and the dashed part of the line share the value of today. */
function rowsOf({ categories, median, bands, today }: AreaBandChartProps): Row[] {
  const now = today ? categories.indexOf(today) : categories.length;
  return categories.map((category, index) => ({
    category,
    past: index <= now ? (median[index] ?? null) : null,
    ahead: index >= now ? (median[index] ?? null) : null,
    bands: bands.map(({ low, high }) => bandAt(low[index] ?? null, high[index] ?? null)),
  }));
}

function bandAt(low: number | null, high: number | null): [number, number] | null {
  return low === null || high === null ? null : [low, high];
}

/** One value alone has no line: it shows as a point. */
function loneDot(median: readonly (number | null)[]) {
  if (median.filter((value) => value !== null).length > 1) return false;
  return ({ cx, cy, index }: { cx?: number; cy?: number; index: number }) =>
    cy === undefined || median[index] === null ? (
      <g key={index} />
    ) : (
      <Mark key={index} shape="circle" x={cx ?? 0} y={cy} color="var(--seq-5)" />
    );
}

/** The ends of the bands, and the median between them; a band without width has none. */
function endLabels(
  median: readonly (number | null)[],
  bands: readonly ChartBand[],
  format: ChartFormat,
  medianName: string,
): EndLabel[] {
  const last = median.findLastIndex((value) => value !== null);
  const labelOf = (key: string, value: number | null, words: string) => ({
    key,
    value,
    number: chartText(value, format),
    words,
  });
  return [
    labelOf("median", median[last] ?? null, medianName),
    ...bands
      .filter(({ low, high }) => low[last] !== high[last])
      .flatMap(({ key, name, low, high }) => [
        { ...labelOf(`${key} high`, high[last] ?? null, name), isMuted: true },
        { ...labelOf(`${key} low`, low[last] ?? null, name), isMuted: true },
      ]),
  ];
}
