import { Mark } from "./mark.tsx";
import type { SeriesLook } from "./series-look.ts";

export type ChartLegendProps = {
  entries: readonly { key: string; name: string; look: SeriesLook }[];
};

/** Names of series with their line and mark, where words at the ends of lines do not fit. */
export function ChartLegend({ entries }: ChartLegendProps) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted">
      {entries.map(({ key, name, look }) => (
        <li key={key} className="flex min-w-0 items-center gap-1.5">
          <svg width={24} height={12} aria-hidden="true" className="shrink-0">
            <path
              d="M0 6H24"
              stroke={look.color}
              strokeWidth={2}
              strokeDasharray={look.dash}
              strokeLinecap="round"
            />
            <Mark shape={look.mark} x={12} y={6} color={look.color} />
          </svg>
          <span className="min-w-0 break-words">{name}</span>
        </li>
      ))}
    </ul>
  );
}
