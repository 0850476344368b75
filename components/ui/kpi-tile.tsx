import type { ReactNode } from "react";
import { TONE_TEXT, type Tone } from "./chip.tsx";

export type KpiTileProps = {
  label: string;
  /** At the end of the label: "n 2,046", or an "i" button */
  aside?: ReactNode;
  /** The number, formatted; a link where it counts rows */
  value: ReactNode;
  /** After the number, smaller: a unit, a share */
  unit?: string;
  /** Under the number, muted: "n 2,046 · 18 % replied" */
  note?: string;
  /** The same number seen otherwise, at the end of the tile */
  twin?: ReactNode;
  /** Under the number, in place of the whisker: how answers spread */
  picture?: ReactNode;
  /** An IntervalWhisker */
  whisker?: ReactNode;
  /** The interval in words beside the whisker: "15.21 – 16.47" */
  interval?: string;
  /** How the number went, drawn small: under the interval */
  course?: ReactNode;
  /** What changed, or where the number comes from */
  delta?: ReactNode;
  deltaTone?: Tone;
};

/** One number with its uncertainty and one line about it. */
export function KpiTile(props: KpiTileProps) {
  const { label, aside, whisker, interval, picture, course, delta } = props;
  const { deltaTone = "neutral" } = props;
  return (
    <div className="@container min-w-0 bg-surface px-4 py-4 max-lg:last:odd:col-span-full sm:px-5 print:col-span-1! print:px-3 print:py-3">
      <dt className="flex flex-wrap items-center gap-x-1.5 text-xs font-medium text-muted">
        <span className="min-w-0 flex-1 basis-20 hyphens-auto wrap-anywhere">{label}</span>
        {aside && <span className="ms-auto font-normal">{aside}</span>}
      </dt>
      <dd>
        <Amount {...props} />
        {picture && <div className="mt-3">{picture}</div>}
        {(whisker || interval) && (
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-muted tabular-nums">
            {whisker}
            {interval}
          </p>
        )}
        {course && <div className="mt-1.5 empty:hidden">{course}</div>}
        {delta && (
          <p className={`mt-2 text-2xs tabular-nums [&_.lucide]:size-3 ${TONE_TEXT[deltaTone]}`}>
            {delta}
          </p>
        )}
      </dd>
    </div>
  );
}

/** The number with its unit, what it stands on, and its twin beside it. */
function Amount({ value, unit, note, twin }: KpiTileProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-32">
        <p className={AMOUNT}>
          {value}
          {unit && (
            <span className="text-sm font-medium tracking-normal text-muted sm:text-md">
              {unit}
            </span>
          )}
        </p>
        {note && <p className="text-2xs text-muted tabular-nums">{note}</p>}
      </div>
      {twin && (
        <div className="mt-1 shrink-0 border-s border-hairline ps-3 text-2xs text-muted tabular-nums">
          {twin}
        </div>
      )}
    </div>
  );
}

/** No larger than an amount of some ten characters has room in its tile. */
const AMOUNT =
  "mt-1 flex min-h-9 flex-wrap items-baseline gap-x-1 font-semibold whitespace-nowrap tabular-nums " +
  "text-[length:min(var(--text-2xl),17cqi)]/8 tracking-[-0.02em] " +
  "sm:text-[length:min(var(--text-3xl),17cqi)]/9 sm:tracking-[-0.025em] print:text-xl";

export type KpiStripProps = {
  label: string;
  /** Two to five <KpiTile>s */
  children: ReactNode;
  columns: 2 | 3 | 4 | 5;
};

/** As many a row as there are, or fewer where the text is so large that a number would not fit into its tile. */
const COLUMNS: Record<KpiStripProps["columns"], string> = {
  2: "lg:grid-cols-[repeat(auto-fit,minmax(max(9rem,50%_-_1px),1fr))] print:grid-cols-2",
  3: "lg:grid-cols-[repeat(auto-fit,minmax(max(9rem,33.3%_-_1px),1fr))] print:grid-cols-3",
  4: "lg:grid-cols-[repeat(auto-fit,minmax(max(9rem,25%_-_1px),1fr))] print:grid-cols-4",
  5: "lg:grid-cols-[repeat(auto-fit,minmax(max(9rem,20%_-_1px),1fr))] print:grid-cols-5",
};
const TWO_A_ROW = "grid-cols-[repeat(auto-fit,minmax(max(9rem,50%_-_1px),1fr))]";

/** Tiles in one box with hairlines between them; two a row on narrow screens. */
export function KpiStrip({ label, children, columns }: KpiStripProps) {
  return (
    <dl
      aria-label={label}
      className={`grid ${TWO_A_ROW} gap-px overflow-hidden rounded-md border border-hairline bg-hairline ${COLUMNS[columns]}`}
    >
      {children}
    </dl>
  );
}
