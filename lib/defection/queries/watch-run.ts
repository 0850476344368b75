import "server-only";
import { findLatestRun, type RunDetail } from "#lib/clv-runs/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Why there is no watch list: no run yet, or one that foretells nothing, as it had too little data or was asked for the past only. */
export type NoWatchList = "no_run" | "refused" | "historic";

/** A run with chances to leave, and the day it counts to. */
export type WatchRun = RunDetail & { cutoffOn: string };

/** The last run, if it has chances to leave; else why not. */
export async function findWatchRun(tx: TenantTx): Promise<WatchRun | NoWatchList> {
  return asWatchRun(await findLatestRun(tx));
}

/** The same of a run that was read already. */
export function asWatchRun(run: RunDetail | null): WatchRun | NoWatchList {
  if (!run) return "no_run";
  if (run.status === "refused") return "refused";
  const { cutoffOn } = run;
  return run.model === "historic" || cutoffOn === null ? "historic" : { ...run, cutoffOn };
}
