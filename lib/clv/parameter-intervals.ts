import { centralBand } from "./predictive-band.ts";

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

type Estimates = Readonly<Record<string, number>>;

/**
 * The 95 % interval of each parameter: the middle of refits to drawn histories where there are some, else by the delta method on its
 * logarithm, `estimate · e^(±1.96 · error / estimate)`. A parameter without an error has none: [NaN, NaN].
 *
 * Worked: 2 with an error of 0.2 is 1.644 to 2.433.
 */
export function parameterIntervals(
  { parameters, standardErrors }: { parameters: Estimates; standardErrors: Estimates },
  refits: readonly { parameters: Estimates }[] | null,
): Record<string, readonly [low: number, high: number]> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, estimate]) => {
      if (!refits) return [name, logInterval(estimate, standardErrors[name] ?? Number.NaN)];
      const drawn = Float64Array.from(refits, (refit) => refit.parameters[name] ?? Number.NaN);
      return [name, centralBand(drawn, 0.95)];
    }),
  );
}

function logInterval(estimate: number, error: number): readonly [number, number] {
  const reach = Math.exp((Z * error) / estimate);
  return [estimate / reach, estimate * reach];
}
