export type MonthBarsProps = {
  /** One bar each, 0 or more */
  bars: readonly { key: string; count: number }[];
  /** Read out instead of the drawing */
  label: string;
  /** Under the first and the last bar, where there are two */
  first: string;
  last: string;
  /** Beside the top of the highest bar */
  most: string;
};

/** Widest a bar gets, px: two months must not look like two towers. */
const WIDEST = 28;

/** Counts a month as bars, drawn by the server, as wide as there is room. */
export function MonthBars({ bars, label, first, last, most }: MonthBarsProps) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div role="img" aria-label={label} className="flex gap-2 text-2xs text-muted tabular-nums">
      <span aria-hidden="true">{most}</span>
      <span
        aria-hidden="true"
        className="min-w-0 flex-1"
        style={{ maxWidth: WIDEST * bars.length }}
      >
        <span className="flex h-24 items-end gap-px border-b border-edge pt-2">
          {bars.map(({ key, count }) => (
            <span
              key={key}
              className="fill min-w-px flex-1 bg-seq-5"
              style={{ height: `${(100 * count) / highest}%` }}
            />
          ))}
        </span>
        <span className="mt-1 flex justify-between gap-2 whitespace-nowrap">
          <span>{first}</span>
          {bars.length > 1 && <span>{last}</span>}
        </span>
      </span>
    </div>
  );
}
