import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";

/** Whole opening hours that are left; below 0 hours by the clock on the wall since. */
export type PromiseClockProps = { hoursLeft: number };

const HOURS_A_DAY = 24;
/** From here on lateness is told in days. */
const MOST_HOURS = 48;
const SOON_HOURS = 4;

/** What is left of a promise, or how late it is. */
export function PromiseClock({ hoursLeft }: PromiseClockProps) {
  const t = useTranslations("lookup");
  const late = -hoursLeft;
  const words =
    late <= 0
      ? t("hoursLeft", { count: hoursLeft })
      : late < MOST_HOURS
        ? t("hoursLate", { count: late })
        : t("daysLate", { count: Math.floor(late / HOURS_A_DAY) });
  const tone = late > 0 ? "text-bad" : hoursLeft < SOON_HOURS ? "text-warn" : "text-muted";
  return (
    <span className={cx("flex shrink-0 items-center gap-1.5 font-medium tabular-nums", tone)}>
      <Clock />
      {words}
    </span>
  );
}
