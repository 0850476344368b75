import type { SearchParams } from "#lib/lists/types.ts";
import type { Scenario } from "./types.ts";

/** The ends of what may be asked, in percent or percent points. */
export const SCENARIO_BOUNDS = {
  retention: [-30, 30],
  margin: [0, 100],
  discount: [0, 50],
} as const;

export type ScenarioField = keyof typeof SCENARIO_BOUNDS;

/** What an address asks of a what-if: numbers within bounds; what is missing or no number is as in the run. */
export function readScenario(params: SearchParams, usual: Scenario): Scenario {
  const read = (name: ScenarioField, otherwise: number) =>
    numberOf(params[name], name) ?? otherwise;
  return {
    retentionPoints: read("retention", usual.retentionPoints),
    marginRate: read("margin", 100 * usual.marginRate) / 100,
    discountRateAnnual: read("discount", 100 * usual.discountRateAnnual) / 100,
  };
}

/** The names of those that an address gives as something that is no number within bounds. */
export function badScenarioFields(params: SearchParams): ScenarioField[] {
  const names: ScenarioField[] = ["retention", "margin", "discount"];
  return names.filter((name) => {
    const said = params[name];
    return typeof said === "string" && said.trim() !== "" && numberOf(said, name) === null;
  });
}

function numberOf(said: SearchParams[string], name: ScenarioField): number | null {
  if (typeof said !== "string" || said.trim() === "") return null;
  const value = Number(said.trim().replace("−", "-").replace(",", "."));
  const [least, most] = SCENARIO_BOUNDS[name];
  return Number.isFinite(value) && value >= least && value <= most ? value : null;
}
