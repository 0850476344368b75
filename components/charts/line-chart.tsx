"use client";

import { useTranslations } from "next-intl";
import { CartesianGrid, Line, LineChart as Lines, XAxis, YAxis } from "recharts";
import { CATEGORY_AXIS, CHART, GRID, LINE, TIME_PADDING, WIDE_FROM } from "./axes.ts";
import { ChartBox } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { ChartLegend } from "./chart-legend.tsx";
import { areDirect, type EndLabel, EndLabels, endLabelsWidth, numbersOnly } from "./end-labels.tsx";
import { type ChartEvent, EventRules, eventsHeight } from "./event-rules.tsx";
import { Mark } from "./mark.tsx";
import { PlotLayer } from "./plot-layer.tsx";
import { MOST_SERIES, type SeriesLook, type SeriesMeaning, seriesLook } from "./series-look.ts";
import { valueAxis } from "./value-axis.ts";

/** One value per category; null leaves a gap. */
export type LineSeries = {
  key: string;
  name: string;
  values: readonly (number | null)[];
  meaning?: SeriesMeaning;
};

export type LineChartProps = {
  /** Read out instead of the drawing */
  label: string;
  /** Along the horizontal axis, each only once */
  categories: readonly string[];
  /** One to six */
  series: readonly LineSeries[];
  format: ChartFormat;
  /** The category that is now, where values after it are expected and not measured */
  today?: string;
  events?: readonly ChartEvent[];
};

const HEIGHT = 276;
/** With more points than this the marks would hide the line; only the ends keep theirs. */
const MOST_MARKS = 14;

/** One to six series over time, named at their ends. */
export function LineChart(props: LineChartProps) {
  const t = useTranslations("charts");
  const series = props.series.slice(0, MOST_SERIES).map((each, index, all) => ({
    ...each,
    look: seriesLook(index, all.length, each.meaning),
  }));
  const now = props.today ? [{ at: props.today, label: t("today") }] : [];
  const ends = series.map((each) => endLabel(each, props.format));
  const isDirect = areDirect(ends);
  return (
    <ChartBox
      label={props.label}
      height={HEIGHT}
      isEmpty={series.every(({ values }) => values.every((value) => value === null))}
      foot={
        series.length > 1 && (
          <div className={isDirect ? "@min-[460px]:hidden" : ""}>
            <ChartLegend entries={series} />
          </div>
        )
      }
    >
      {(width) => (
        <LinesDrawing
          {...props}
          series={series}
          events={[...(props.events ?? []), ...now]}
          ends={width < WIDE_FROM || !isDirect ? numbersOnly(ends) : ends}
          width={width}
        />
      )}
    </ChartBox>
  );
}

type DrawnSeries = LineSeries & { look: SeriesLook };

type DrawingProps = Pick<LineChartProps, "label" | "categories" | "format"> & {
  series: readonly DrawnSeries[];
  events: readonly ChartEvent[];
  ends: readonly EndLabel[];
  width: number;
};

function LinesDrawing({ label, categories, format, series, events, ends, width }: DrawingProps) {
  const axis = valueAxis(
    series.flatMap(({ values }) => values),
    format,
  );
  const right = endLabelsWidth(ends);
  const plot = { left: axis.width, right: width - right, padding: TIME_PADDING };
  const top = 12 + eventsHeight(events, categories, plot);
  const rows = categories.map((category, index) => ({
    category,
    values: series.map(({ values }) => values[index] ?? null),
  }));
  return (
    <Lines
      {...CHART}
      title={label}
      width={width}
      height={HEIGHT}
      data={rows}
      margin={{ top, right, bottom: 0, left: 0 }}
    >
      <CartesianGrid {...GRID} />
      <XAxis {...CATEGORY_AXIS} padding={{ left: TIME_PADDING, right: TIME_PADDING }} />
      <YAxis {...axis} />
      {series.map(seriesLine)}
      <PlotLayer>
        {(scales) => (
          <>
            <EventRules events={events} x={scales.x} plot={scales.plot} />
            <EndLabels labels={ends} x={scales.plot.right} y={scales.y} plot={scales.plot} />
          </>
        )}
      </PlotLayer>
    </Lines>
  );
}

function seriesLine({ key, values, look }: DrawnSeries, index: number) {
  const last = values.findLastIndex((value) => value !== null);
  return (
    <Line
      key={key}
      {...LINE}
      dataKey={(row: ChartRow) => row.values[index] ?? null}
      stroke={look.color}
      {...(look.dash ? { strokeDasharray: look.dash } : {})}
      dot={({ cx, cy, index: at }: DotAt) =>
        hasMark(values, at, values.length <= MOST_MARKS || at === last) && cy !== undefined ? (
          <Mark key={at} shape={look.mark} x={cx ?? 0} y={cy} color={look.color} />
        ) : (
          <g key={at} />
        )
      }
    />
  );
}

type ChartRow = { values: readonly (number | null)[] };
type DotAt = { cx?: number; cy?: number; index: number };

/** A value between two gaps has no line, so it always has a mark. */
function hasMark(values: readonly (number | null)[], at: number, isMarked: boolean): boolean {
  if (values[at] === null || values[at] === undefined) return false;
  const isAlone = (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
  return isMarked || isAlone;
}

function endLabel({ key, name, values }: LineSeries, format: ChartFormat): EndLabel {
  const value = values.findLast((each) => each !== null) ?? null;
  return { key, value, words: name, number: chartText(value, format) };
}
