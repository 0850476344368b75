import { useTranslations } from "next-intl";
import { Sparkline } from "#components/charts/sparkline.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunPoint } from "#lib/clv-runs/index.ts";
import { monthsOfCourse } from "#lib/clv-runs/months-of-course.ts";
import type { Interval } from "#lib/clv-runs/types.ts";

export type RunCourseProps = {
  /** Runs with the same terms, the oldest first */
  course: readonly RunPoint[];
  /** The number of a tile in one of them; null where it has none, or one that another model tells */
  of: (point: RunPoint) => number | null;
  /** Of the run that is shown: what changes within it is drawn that small */
  interval: Interval | null;
  /** What it is: "Total CLV" */
  label: string;
  formats: ValueFormats;
};

/** Fewer say nothing about a course. */
const FEWEST = 3;

/** What the same terms gave month by month, drawn small; nothing where there are too few runs, and a gap that is named where another model told it. Says no trend: intervals do. */
export function RunCourse({ course, of, interval, label, formats }: RunCourseProps) {
  const t = useTranslations("lifetime.course");
  const months = monthsOfCourse(course, of);
  const others = course.filter((point) => point.likeness !== "same" && of(point) === null).length;
  const known = months.filter((month) => month.value !== null);
  const [first, last] = [known.at(0), known.at(-1)];
  if (!first || !last || known.length < FEWEST) return null;
  const values = known.flatMap(({ value }) => value ?? []);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-2xs text-muted tabular-nums max-sm:[&_svg]:w-16 sm:gap-x-3">
      <Sparkline
        range={interval}
        width={96}
        values={months.map(({ value }) => value)}
        label={t("label", {
          label,
          count: known.length,
          first: formats.money(first.value),
          firstDay: formats.day(first.cutoffOn),
          last: formats.money(last.value),
          lastDay: formats.day(last.cutoffOn),
          low: formats.money(Math.min(...values)),
          high: formats.money(Math.max(...values)),
          others,
        })}
      />
      <span aria-hidden="true">{t("count", { count: known.length, others })}</span>
    </p>
  );
}
