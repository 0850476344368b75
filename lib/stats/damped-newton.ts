import { solvePositiveDefinite } from "./solve-positive-definite.ts";
import { at } from "./typed-array.ts";

/** A function at one point: its value, first and second derivatives (by rows) in the parameters themselves. */
export type Evaluation = {
  value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
};

/** Weak knowledge: the logarithm of each parameter is normal about that of its start, with this deviation. */
export type LogNormalPrior = { readonly logDeviation: number };

export type NewtonOptions = {
  /** Number of cases behind the value: the search ends when no slope per case is above 1e-9. */
  readonly cases: number;
  readonly prior?: LogNormalPrior | undefined;
  /** After so many it is given up; 100 where left out. */
  readonly mostSteps?: number | undefined;
};

/** `information`: minus the second derivatives in the logarithms of the parameters, by rows. `value` leaves the prior out. */
export type Maximum = {
  readonly parameters: Float64Array;
  readonly value: number;
  readonly information: Float64Array;
  readonly gradientPerCase: number;
  readonly evaluations: number;
  readonly reason: "stalled" | "too_many_steps" | null;
};

const MOST_STEPS = 100;
const MOST_TRIES = 60;
const SLOPE_TOLERANCE = 1e-9;
/** A stall with a slope as small as this is rounding at the top, not a search that went astray. */
const FLAT_ENOUGH = 1e-6;
/** Longest step and farthest way from the start, in logarithms. */
const LONGEST_STEP = 2;
const FARTHEST = 12;

/**
 * The maximum of a smooth function of positive parameters, found from `start` by Newton's method on their logarithms.
 *
 * The Hessian is made positive definite by a growing share of its diagonal (Levenberg–Marquardt), so every step climbs. Source:
 * Nocedal and Wright (2006), Numerical Optimization, 3.4. Worked: 3 ln x − x has its maximum at 3, value 0.2958368660.
 */
export function maximisePositive(
  evaluate: (parameters: Float64Array) => Evaluation,
  start: Float64Array,
  options: NewtonOptions,
): Maximum {
  const look = (logs: Float64Array) => lookAt(evaluate, logs, { start, prior: options.prior });
  let place = look(start.map(Math.log));
  let evaluations = 1;
  let damping = 0;
  const { mostSteps = MOST_STEPS } = options;
  for (let step = 0; step < mostSteps; step++) {
    const slope = largest(place.gradient) / options.cases;
    if (slope < SLOPE_TOLERANCE) return maximumAt(place, { evaluations, slope, reason: null });
    const climb = climbFrom(place, damping, { look, cases: options.cases });
    evaluations += climb.evaluations;
    if (!climb.place) {
      const reason = slope < FLAT_ENOUGH ? null : "stalled";
      return maximumAt(place, { evaluations, slope, reason });
    }
    place = climb.place;
    damping = climb.damping > 1e-6 ? climb.damping / 10 : 0;
  }
  const slope = largest(place.gradient) / options.cases;
  return maximumAt(place, { evaluations, slope, reason: "too_many_steps" });
}

/** A point of the search in logarithms; `height` is the value with the prior, whose derivatives are in `gradient` and `information`. */
type Place = {
  logs: Float64Array;
  value: number;
  height: number;
  gradient: Float64Array;
  information: Float64Array;
};
type Climb = { place: Place | null; damping: number; evaluations: number };
type Ground = { look: (logs: Float64Array) => Place; cases: number };

function climbFrom(from: Place, firstDamping: number, { look, cases }: Ground): Climb {
  let damping = firstDamping;
  let evaluations = 0;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const step = solvePositiveDefinite(damped(from.information, damping, cases), from.gradient);
    if (step) {
      const place = look(stepFrom(from.logs, step));
      evaluations += 1;
      if (place.height >= from.height - 1e-11 * Math.abs(from.height))
        return { place, damping, evaluations };
    }
    damping = damping === 0 ? 1e-3 : damping * 6;
  }
  return { place: null, damping, evaluations };
}

function damped(information: Float64Array, damping: number, cases: number): Float64Array {
  const n = Math.round(Math.sqrt(information.length));
  const result = information.slice();
  for (let i = 0; i < result.length; i += n + 1) {
    const diagonal = at(result, i);
    result[i] = diagonal + damping * (Math.abs(diagonal) + 1e-9 * cases);
  }
  return result;
}

function stepFrom(logs: Float64Array, step: Float64Array): Float64Array {
  const scale = Math.min(1, LONGEST_STEP / largest(step));
  return logs.map((log, i) => log + scale * at(step, i));
}

type Bounds = { start: Float64Array; prior: LogNormalPrior | undefined };

/** Chain rule from parameters θ to their logarithms: ∂/∂ln θ = θ ∂/∂θ. */
function lookAt(
  evaluate: (parameters: Float64Array) => Evaluation,
  wanted: Float64Array,
  { start, prior }: Bounds,
): Place {
  const n = wanted.length;
  const logs = wanted.map((log, i) => within(log, Math.log(at(start, i))));
  const parameters = logs.map(Math.exp);
  const { value, gradient, hessian } = evaluate(parameters);
  const slopes = gradient.map((slope, i) => slope * at(parameters, i));
  const information = hessian.map((second, cell) => {
    const [i, j] = [Math.floor(cell / n), cell % n];
    return -(second * at(parameters, i) * at(parameters, j) + (i === j ? at(slopes, i) : 0));
  });
  const place = { logs, value, height: value, gradient: slopes, information };
  if (prior) addPrior(place, start, prior);
  if (!Number.isFinite(place.height)) place.height = Number.NEGATIVE_INFINITY;
  return place;
}

function addPrior(place: Place, start: Float64Array, { logDeviation }: LogNormalPrior): void {
  const n = start.length;
  const precision = 1 / logDeviation ** 2;
  for (let i = 0; i < n; i++) {
    const distance = at(place.logs, i) - Math.log(at(start, i));
    place.height -= (precision * distance ** 2) / 2;
    place.gradient[i] = at(place.gradient, i) - precision * distance;
    place.information[i * n + i] = at(place.information, i * n + i) + precision;
  }
}

function maximumAt(
  place: Place,
  end: { evaluations: number; slope: number; reason: Maximum["reason"] },
): Maximum {
  return {
    parameters: place.logs.map(Math.exp),
    value: place.value,
    information: place.information,
    gradientPerCase: end.slope,
    evaluations: end.evaluations,
    reason: end.reason,
  };
}

function within(log: number, centre: number): number {
  return Math.min(centre + FARTHEST, Math.max(centre - FARTHEST, log));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
