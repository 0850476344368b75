import type { ReactNode } from "react";
import { cx } from "#lib/class-names.ts";

export type TimelineProps = {
  label: string;
  /** <TimelineEntry>s */
  children: ReactNode;
};

/** What happened, in order, on one spine. */
export function Timeline({ label, children }: TimelineProps) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {children}
    </ol>
  );
}

export type TimelineEntryProps = {
  icon: ReactNode;
  /** Who, or what */
  title: ReactNode;
  /** How: "by web form" */
  detail?: ReactNode;
  /** When, formatted */
  time: string;
  /** Words quoted get a rule, a note among colleagues a warm tint. */
  look?: "plain" | "quote" | "note";
  children?: ReactNode;
};

const BODY: Record<NonNullable<TimelineEntryProps["look"]>, string> = {
  plain: "mt-1 text-muted",
  quote: "mt-2 border-s-2 border-primary ps-4 text-md",
  note: "mt-2 rounded-sm bg-tint-warn px-4 py-3 forced-colors:border",
};

/** One event of a Timeline. */
export function TimelineEntry(props: TimelineEntryProps) {
  const { icon, title, detail, time, look = "plain", children } = props;
  return (
    <li className={ENTRY}>
      <span
        aria-hidden="true"
        className={cx(DISC, look === "quote" && "bg-tint-primary text-primary")}
      >
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 pt-1.5">
          <span className="min-w-0 font-semibold break-words">{title}</span>
          {detail && <span className="min-w-0 text-xs break-words text-muted">{detail}</span>}
          <span className="ms-auto min-w-0 text-2xs break-words text-muted tabular-nums">
            {time}
          </span>
        </p>
        {children && <div className={cx("break-words", BODY[look])}>{children}</div>}
      </div>
    </li>
  );
}

// The spine: 1 px from disc to disc, in the middle of the 32 px column.
const ENTRY =
  "relative flex gap-3 pb-6 before:absolute before:inset-y-0 before:start-4 before:-ms-px before:w-px before:bg-hairline " +
  "last:pb-0 last:before:hidden";
const DISC =
  "relative grid size-8 shrink-0 place-items-center rounded-full bg-raised text-muted outline-4 outline-surface " +
  "forced-colors:border";
