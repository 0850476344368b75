import { minuteOf } from "#lib/calendars/parse-hours.ts";
import type { Interval } from "#lib/calendars/types.ts";
import { cx } from "#lib/class-names.ts";

const MINUTES_A_DAY = 1440;
const QUARTERS = [25, 50, 75];

export type DayBarProps = { intervals: readonly Interval[]; className: string };

/** The open hours of a day between midnight and midnight, for the eye only: the hours stand beside it. */
export function DayBar({ intervals, className }: DayBarProps) {
  return (
    <span
      aria-hidden="true"
      className={cx("relative block overflow-hidden rounded-xs bg-raised", className)}
    >
      {QUARTERS.map((percent) => (
        <span
          key={percent}
          className="absolute inset-y-0 w-px bg-edge"
          style={{ insetInlineStart: `${percent}%` }}
        />
      ))}
      {intervals.map(({ from, to }) => (
        <span
          key={from}
          className="fill absolute inset-y-0 bg-seq-5"
          style={{
            insetInlineStart: `${percentOf(from)}%`,
            inlineSize: `${percentOf(to) - percentOf(from)}%`,
          }}
        />
      ))}
    </span>
  );
}

function percentOf(clock: string): number {
  return (100 * minuteOf(clock)) / MINUTES_A_DAY;
}
