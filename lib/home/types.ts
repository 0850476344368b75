import type { RunDetail } from "#lib/clv-runs/index.ts";
import type { OpenComplaints } from "#lib/complaints/types.ts";
import type { OpenCases, WatchRow } from "#lib/defection/types.ts";
import type { SegmentNps } from "#lib/signals/index.ts";
import type { SourceRow } from "#lib/sources/types.ts";

/** What there is to lose, and who works on it. */
export type Stake = {
  /** The last run; null until there is one */
  run: RunDetail | null;
  /** Of all customers who answered, counted on a day (YYYY-MM-DD); null for those who may not read it, and without a score */
  nps: (SegmentNps & { countedOn: string }) | null;
  cases: OpenCases;
  /** The customers to keep first; empty where nobody is known to be at risk */
  watched: readonly WatchRow[];
};

/** What waits in the departments of a member. */
export type Duties = {
  /** Names of the departments; at least one */
  departments: readonly string[];
  /** null for those who may not read complaints */
  complaints: OpenComplaints | null;
  /** null for those who may not read sources */
  sources: readonly SourceRow[] | null;
  /** YYYY-MM-DD in the workspace's time zone */
  today: string;
};
