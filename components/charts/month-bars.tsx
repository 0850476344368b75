export type MonthBarsProps = {
  /** One bar each, 0 or more */
  bars: readonly { key: string; count: number }[];
  /** Read out instead of the drawing */
  label: string;
  /** Under the first and the last bar */
  first: string;
  last: string;
  /** Beside the top of the highest bar */
  most: string;
};

const HEIGHT = 96;
const STEP = 10;

/** Counts a month as bars, drawn by the server: as wide as there is room, the words outside the drawing. */
export function MonthBars({ bars, label, first, last, most }: MonthBarsProps) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div role="img" aria-label={label}>
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-2xs text-muted tabular-nums">
        <span className="row-span-1">{most}</span>
        <svg
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 ${STEP * bars.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="max-w-(--bars) border-b border-hairline"
          style={{ "--bars": `${28 * bars.length}px` } as React.CSSProperties}
        >
          {bars.map(({ key, count }, index) => (
            <rect
              key={key}
              x={STEP * index + 1}
              y={HEIGHT - (HEIGHT * count) / highest}
              width={STEP - 2}
              height={(HEIGHT * count) / highest}
              fill="var(--seq-5)"
            />
          ))}
        </svg>
        <span className="col-start-2 mt-1 flex max-w-(--bars) justify-between gap-2" style={{ "--bars": `${28 * bars.length}px` } as React.CSSProperties}>
          <span>{first}</span>
          {bars.length > 1 && <span>{last}</span>}
        </span>
      </div>
    </div>
  );
}
