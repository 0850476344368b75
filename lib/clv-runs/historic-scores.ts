import type { TierCuts } from "#lib/tiers/types.ts";
import { type Scored, scoredByValue } from "./rank-scores.ts";
import type { HistoricBase } from "./run-input.ts";
import { sumOf } from "./sum-of.ts";
import type { RunTotals } from "./types.ts";

const NOTHING_AHEAD = {
  ...{ atRiskMinor: null, atRiskDeviationMinor: null },
  ...{ past: [], forecast: [], forecastYear: null },
  ...{ intervalMethod: null, refits: null, standardErrorMinor: null },
  ...{ aliveModel: null, sample: [], contractSample: [], sampleServiceCosts: [] },
  ...{ service: null, retention: null },
};

/** Customers ranked by what they have brought so far, in minor units: nothing is foretold. */
export function historicScores(
  { customers, historic, historicCostMinor, historicContacts }: Omit<HistoricBase, "input">,
  tierCuts: TierCuts,
): { scored: Scored; totals: RunTotals } {
  const nothing = () => new Float64Array(customers.length).fill(Number.NaN);
  const scored = scoredByValue(
    {
      ...{ customers, historic, value: historic, pAlive: nothing(), atRisk: nothing() },
      ...{ expectedPurchases: nothing(), expectedSpend: nothing() },
      ...{ low: nothing(), high: nothing(), deviation: nothing() },
    },
    tierCuts,
  );
  const totals = {
    ...{
      valueMinor: sumOf(scored.scores.value),
      historicMinor: sumOf(historic),
      ...{ historicCostMinor, historicContacts },
    },
    ...{ tiers: scored.tiers, tierCuts, interval: null, modelInterval: null, ...NOTHING_AHEAD },
  };
  return { scored, totals };
}
