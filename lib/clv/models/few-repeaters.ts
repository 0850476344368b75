/** Below this a fit without priors too often runs away: 15 % of simulated sets with 80 repeaters, 2 % with 200. */
export const PRIORS_BELOW_REPEATERS = 200;

/** Two of three parameters within a factor e^1.5 = 4.5 of the start. */
export const PRIOR_LOG_DEVIATION = 1.5;

/** Whether a parameter is beyond what data of this kind can say. */
export function hasRunAway({ parameters }: { parameters: Record<string, number> }): boolean {
  return Object.values(parameters).some((value) => !(value >= 1e-3 && value <= 1e3));
}
