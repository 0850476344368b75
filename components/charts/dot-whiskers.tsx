import { ChartEmpty } from "./chart-box.tsx";
import { type ChartFormat, chartText } from "./chart-format.ts";
import { niceTicks } from "./nice-ticks.ts";

/** A measured value with its interval, and the one that was expected of it. */
export type DotRow = {
  key: string;
  name: string;
  value: number;
  interval: readonly [low: number, high: number];
  expected: number;
};

export type DotWhiskersProps = {
  /** Read out instead of the drawing */
  label: string;
  rows: readonly DotRow[];
  /** What the two marks and the line are, for the legend */
  names: { value: string; expected: string; interval: string };
  format: ChartFormat;
};

const EMPTY_HEIGHT = 160;

/** What was expected beside what came, with its interval, one row each. Drawn by the server, so that paper shows all of it. */
export function DotWhiskers({ label, rows, names, format }: DotWhiskersProps) {
  if (rows.length === 0) return <ChartEmpty height={EMPTY_HEIGHT} />;
  const { ticks, domain } = niceTicks([
    0,
    ...rows.flatMap((row) => [row.interval[1], row.expected]),
  ]);
  const percent = (amount: number) => `${(100 * (amount - domain[0])) / (domain[1] - domain[0])}%`;
  return (
    <div>
      <div
        role="img"
        aria-label={label}
        className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-1 text-2xs tabular-nums"
      >
        {rows.map((row) => (
          <div key={row.key} className="col-span-3 grid grid-cols-subgrid items-center">
            <span className="text-muted">{row.name}</span>
            <Track row={row} percent={percent} />
            <bdi dir="ltr" className="text-end font-semibold whitespace-nowrap">
              {chartText(row.value, format)}
            </bdi>
          </div>
        ))}
        <div className="col-span-3 grid grid-cols-subgrid text-muted">
          <span className="relative col-start-2 h-4">
            {ticks.map((tick) => (
              <bdi
                key={tick}
                dir="ltr"
                className="absolute -translate-x-1/2 whitespace-nowrap rtl:translate-x-1/2"
                style={{ insetInlineStart: percent(tick) }}
              >
                {chartText(tick, format)}
              </bdi>
            ))}
          </span>
        </div>
      </div>
      <Legend names={names} />
    </div>
  );
}

type TrackProps = { row: DotRow; percent: (amount: number) => string };

function Track({ row: { value, interval, expected }, percent }: TrackProps) {
  const [low, high] = interval;
  return (
    <span className="relative h-5">
      <span className="absolute inset-x-0 top-1/2 h-px bg-hairline" />
      <span
        className={`absolute top-1/2 -translate-y-1/2 ${LINE}`}
        style={{
          insetInlineStart: percent(low),
          insetInlineEnd: `calc(100% - ${percent(high)})`,
        }}
      />
      <span
        className={`absolute top-1/2 -translate-x-1/2 -translate-y-1/2 rtl:translate-x-1/2 ${EXPECTED}`}
        style={{ insetInlineStart: percent(expected) }}
      />
      <span
        className={`absolute top-1/2 -translate-x-1/2 -translate-y-1/2 rtl:translate-x-1/2 ${VALUE}`}
        style={{ insetInlineStart: percent(value) }}
      />
    </span>
  );
}

function Legend({ names }: Pick<DotWhiskersProps, "names">) {
  const entries = [
    { name: names.value, mark: VALUE },
    { name: names.interval, mark: `${LINE} w-6` },
    { name: names.expected, mark: EXPECTED },
  ];
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted">
      {entries.map(({ name, mark }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={`inline-block ${mark}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

const LINE = "fill h-0.5 bg-control";
const VALUE = "fill size-2 rounded-full bg-text";
const EXPECTED = "fill size-2.5 rotate-45 border-[1.5px] border-seq-6 bg-surface";
