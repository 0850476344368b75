import type { RunPoint } from "./queries/list-run-course.ts";

/** A number of the last comparable run of a month; null for both where the month has none. */
export type CourseMonth = { cutoffOn: string | null; value: number | null };

/**
 * A number of each run of a course with nothing for the months between that have no run, so that each month has its place.
 *
 * Worked: runs of 31 January with 4 and 30 March with 6 are 4, nothing and 6.
 */
export function monthsOfCourse<Point extends Pick<RunPoint, "cutoffOn">>(
  course: readonly Point[],
  of: (point: Point) => number | null,
): CourseMonth[] {
  const runs = course.flatMap((point) =>
    point.cutoffOn === null
      ? []
      : [{ at: monthNumber(point.cutoffOn), cutoffOn: point.cutoffOn, value: of(point) }],
  );
  const [first, last] = [runs.at(0), runs.at(-1)];
  if (!first || !last) return [];
  return Array.from({ length: last.at - first.at + 1 }, (_, index) => {
    const run = runs.find(({ at }) => at === first.at + index);
    return { cutoffOn: run?.cutoffOn ?? null, value: run?.value ?? null };
  });
}

const MONTHS_PER_YEAR = 12;

/** Months since year 0 of a day YYYY-MM-DD. */
function monthNumber(day: string): number {
  return MONTHS_PER_YEAR * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
}
