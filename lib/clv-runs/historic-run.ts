import { historicScores } from "./historic-scores.ts";
import type { HistoricBase, RunOutput } from "./run-input.ts";
import type { RunFindings } from "./types.ts";

type Told = Pick<RunFindings, "customers" | "repeaters" | "warnings" | "renewalPeriod">;

/** A run over orders or contracts that foretells nothing: customers are ranked by what they brought so far, and a refusal says why. */
export function historicRun(base: HistoricBase, told: Told): RunOutput {
  const { scored, totals } = historicScores(base, base.input.tierCuts);
  const isRefused = told.warnings.some(({ level }) => level === "refusal");
  return {
    findings: {
      ...{ ...told, totals, status: isRefused ? "refused" : "succeeded" },
      ...{ model: "historic", fit: null, spend: null, holdout: null },
    },
    scores: scored.scores,
  };
}
