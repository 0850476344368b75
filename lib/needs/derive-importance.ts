import { keyDrivers } from "#lib/stats/key-drivers.ts";
import { type GivenAnswer, toFiveSteps } from "./five-steps.ts";
import { scalesOf } from "./measure-aspect.ts";
import type { DerivedImportance } from "./types.ts";

/** What one customer said: `needId` null of how it is all in all. */
export type CustomerAnswer = GivenAnswer & { customerId: string; needId: string | null };

/** Fewer customers who answered both tell nothing of a need. */
const LEAST_CASES = 30;
const SEED = 20_261_130;
const DRAWS = 400;

/**
 * How much of the outcome goes with how well each need is met: Johnson's relative weights, as shares of what all needs explain.
 *
 * Refuses as `keyDrivers` does, without an outcome, and where the outcome was asked on several scales. Needs with fewer than 30
 * customers who answered both are left out, so that one rare question does not silence the others.
 */
export function deriveImportance(answers: readonly CustomerAnswer[]): DerivedImportance {
  const outcomes = answers.filter(({ needId }) => needId === null);
  const outcome = new Map(outcomes.map((answer) => [answer.customerId, position(answer)]));
  const needIds = [...new Set(answers.flatMap(({ needId }) => needId ?? []))].sort();
  const met = needIds.map((id) => [id, stepsOf(answers, id)] as const);
  const enough = met.filter(([, steps]) => casesOf(steps, outcome) >= LEAST_CASES);
  const base = {
    respondents: outcome.size,
    leftOut: needIds.filter((id) => !enough.some(([each]) => each === id)),
  };
  const refuse = (reason: "no_outcome" | "mixed_outcome") =>
    ({ ...base, converged: false, cases: 0, reason, drivers: enough.length }) as const;
  if (outcome.size === 0) return refuse("no_outcome");
  if (scalesOf(outcomes).length > 1) return refuse("mixed_outcome");
  return { ...base, ...weigh(outcome, enough) };
}

type Weighed =
  | Omit<Extract<DerivedImportance, { converged: true }>, "respondents" | "leftOut">
  | Omit<Extract<DerivedImportance, { converged: false }>, "respondents" | "leftOut">;
type Steps = ReadonlyMap<string, number>;

function weigh(outcome: Steps, needs: readonly (readonly [id: string, steps: Steps])[]): Weighed {
  const customers = [...outcome.keys()].sort();
  const column = (values: Steps) =>
    Float64Array.from(customers, (customer) => values.get(customer) ?? Number.NaN);
  const found = keyDrivers(
    { outcome: column(outcome), drivers: needs.map(([, steps]) => column(steps)) },
    { seed: SEED, draws: DRAWS },
  );
  if (!found.converged) return { ...found, drivers: needs.length };
  const { cases, rSquared, warnings, drivers } = found;
  return {
    ...{ converged: true, cases, rSquared, warnings },
    needs: needs.flatMap(([needId], at) => {
      const driver = drivers[at];
      if (!driver) return [];
      const [low, high] = driver.interval;
      const interval = [low / rSquared, Math.min(1, high / rSquared)] as const;
      return [{ needId, share: driver.share, interval, isAboveChance: driver.isAboveChance }];
    }),
  };
}

function stepsOf(answers: readonly CustomerAnswer[], needId: string): Steps {
  return new Map(
    answers.flatMap((answer) => {
      const step = answer.needId === needId ? toFiveSteps(answer) : null;
      return step === null ? [] : [[answer.customerId, step] as const];
    }),
  );
}

function casesOf(steps: Steps, outcome: Steps): number {
  return [...steps.keys()].filter((customer) => outcome.has(customer)).length;
}

/** 0..1 on its own scale, 1 the best: correlations ask no more. */
function position({ score, min, max, higherIsBetter }: GivenAnswer): number {
  const share = (score - min) / (max - min || 1);
  return higherIsBetter ? share : 1 - share;
}
