import { ChartEmpty } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { MOST_SERIES } from "./series-look.ts";

export type StackedBarChartProps = {
  /** Read out instead of the drawing */
  label: string;
  /** What a bar is made of, six at most: what is more belongs in "Other" */
  parts: readonly { key: string; name: string }[];
  /** One value per part, 0 or more; null where it is not known */
  bars: readonly { key: string; name: string; values: readonly (number | null)[] }[];
  format: ChartFormat;
  /** Every bar is as long as the others and shows shares */
  isHundred?: boolean;
  /** Wording of a share: "38 %" */
  shareFormat?: ChartFormat;
};

const EMPTY_HEIGHT = 160;

/** What amounts are made of. Parts are told apart by colour, texture and order. */
export function StackedBarChart(props: StackedBarChartProps) {
  const { label, bars, format, isHundred = false } = props;
  const parts = props.parts.slice(0, MOST_SERIES);
  const totals = bars.map(({ values }) => sum(values));
  const longest = Math.max(0, ...totals.map((total) => total ?? 0));
  if (longest === 0) return <ChartEmpty height={EMPTY_HEIGHT} />;
  return (
    <div role="img" aria-label={label} className="text-2xs tabular-nums">
      <PartsLegend parts={parts} />
      <div className="mt-3 grid grid-cols-[fit-content(35%)_minmax(0,1fr)_auto] gap-x-3 gap-y-3">
        {bars.map(({ key, name, values }, index) => {
          const total = totals[index] ?? null;
          return (
            <div key={key} className="col-span-3 grid grid-cols-subgrid">
              <span className="min-w-0 hyphens-auto pt-0.5 text-muted wrap-anywhere">{name}</span>
              <StackedBar
                values={values.slice(0, MOST_SERIES)}
                length={isHundred ? (total ?? 0) : longest}
                numberOf={(value) =>
                  isHundred && total && props.shareFormat
                    ? chartText((100 * value) / total, props.shareFormat)
                    : chartText(value, format)
                }
              />
              <bdi dir="ltr" className="pt-0.5 text-end font-semibold whitespace-nowrap">
                {chartText(total, format)}
              </bdi>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function PartsLegend({ parts }: Pick<StackedBarChartProps, "parts">) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      {parts.map(({ key, name }, index) => (
        <span key={key} className="flex min-w-0 items-center gap-1.5">
          <span className={`fill size-3 shrink-0 rounded-xs texture-${index + 1}`} />
          <span className="min-w-0 break-words">{name}</span>
        </span>
      ))}
    </div>
  );
}

type StackedBarProps = {
  values: readonly (number | null)[];
  /** What the whole width stands for */
  length: number;
  numberOf: (value: number) => string;
};

function StackedBar({ values, length, numberOf }: StackedBarProps) {
  return (
    <span className="flex gap-x-0.5">
      {values.map((value, index) => {
        const percent = length > 0 ? (100 * (value ?? 0)) / length : 0;
        if (value === null || percent === 0) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <span key={index} className="@container min-w-0" style={{ inlineSize: `${percent}%` }}>
            <span className={`fill block h-5 rounded-xs texture-${index + 1}`} />
            <span className="mt-0.5 hidden text-muted @min-[2.25rem]:block">
              <bdi dir="ltr">{numberOf(value)}</bdi>
            </span>
          </span>
        );
      })}
    </span>
  );
}

/** null where nothing is known: that is not 0. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
