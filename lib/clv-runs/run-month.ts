import { listAddress, monthField } from "#lib/lists/index.ts";

/** What an address asks a view of a run for: the last run of a month, "2026-08"; empty for the latest of all. */
export const runMonthAddress = listAddress({
  month: monthField("month"),
});

/** A month that has a run, and the one that stands for it: that with the latest cut-off. */
export type RunMonth = {
  /** YYYY-MM */
  month: string;
  runId: string;
};

/** The run that stands for a month among `months`, the latest first; null for the latest, and where the month has none. */
export function pastRunId(months: readonly RunMonth[], month: string): string | null {
  return months.slice(1).find((each) => each.month === month)?.runId ?? null;
}
