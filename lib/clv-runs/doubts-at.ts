import type { RunDetail } from "./queries.ts";

/**
 * What is said against a run at one level: its numbers may be badly wrong for what is red, and are to be read with care for what is amber.
 * Both are to be seen where the numbers stand, and not only on the run.
 */
export function doubtsAt(
  { warnings }: Pick<RunDetail, "warnings">,
  level: "red" | "amber",
): RunDetail["warnings"] {
  return warnings.filter((doubt) => doubt.level === level);
}
