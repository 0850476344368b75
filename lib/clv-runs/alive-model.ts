import type { RunModel, RunTotals } from "./types.ts";

/** A run, as far as it says which model told what. */
type Told = { model: RunModel | null; totals: Pick<RunTotals, "aliveModel"> | null };

/** The model by which a run tells who has left: its own, or another that it took for this alone. */
export function aliveModelOf({ model, totals }: Told): RunModel | null {
  return totals?.aliveModel ?? model;
}

/** The same; null where the run foretells nothing. */
export function foretellingModelOf(run: Told): RunModel | null {
  return run.model === "historic" ? null : aliveModelOf(run);
}

/** BG/NBD gives 1 to whoever bought once, by construction: that is no answer. */
export function isToldAlive(run: Told, pAlive: number | null): boolean {
  return pAlive !== null && !(aliveModelOf(run) === "bg_nbd" && pAlive === 1);
}
