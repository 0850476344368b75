import { parameterIntervals } from "#lib/clv/index.ts";

type Bounds = readonly [low: number | null, high: number | null];
type Stored = Readonly<Record<string, number | null>>;

/**
 * The 95 % interval of each parameter of a stored fit of spend, by the delta method as `parameterIntervals` has it; [null, null] where the
 * likelihood has no curvature to tell it, and of a shrunk mean, whose parameters are chosen.
 */
export function spendIntervals({
  model,
  parameters,
  standardErrors,
}: {
  model: string;
  parameters: Stored;
  standardErrors: Stored;
}): Record<string, Bounds> {
  const found = parameterIntervals(
    { parameters: numbersOf(parameters), standardErrors: numbersOf(standardErrors) },
    null,
  );
  if (model === "shrunk_mean")
    return Object.fromEntries(Object.keys(found).map((name) => [name, [null, null] as const]));
  return Object.fromEntries(
    Object.entries(found).map(([name, [low, high]]) => [name, [known(low), known(high)] as const]),
  );
}

function numbersOf(stored: Stored): Record<string, number> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, value ?? Number.NaN]),
  );
}

function known(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
