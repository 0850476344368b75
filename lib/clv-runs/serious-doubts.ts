import type { RunDetail } from "./queries.ts";

/** What says of a run that its numbers may be badly wrong: to be seen where they stand, and not only on the run. */
export function seriousDoubts({ warnings }: Pick<RunDetail, "warnings">): RunDetail["warnings"] {
  return warnings.filter(({ level }) => level === "red");
}
