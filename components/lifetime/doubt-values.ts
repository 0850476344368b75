import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";

type Doubt = RunDetail["warnings"][number];

/** What the words of doubts speak of in the singular or plural, and how the other numbers are written. */
const COUNTED = [
  "repeaters",
  "renewals",
  "losses",
  "heldBack",
  "bands",
  "shrunk",
  "otherModel",
] as const;
const NUMBERS = ["needed", "customers", "ahead", "rows", "days"] as const;
const SHARES = [
  "share",
  "formerShare",
  "totalError",
  "spendError",
  "firstHazard",
  "lastHazard",
] as const;
const DECIMALS = ["spearman", "auc", "swing"] as const;

/** The numbers of a doubt as its words take them; one that is not known is written "–", or counted as none. */
export function doubtValues(values: Doubt["values"], formats: ValueFormats) {
  return {
    ...valuesBy(COUNTED, (name) => values[name] ?? 0),
    ...valuesBy(NUMBERS, (name) => formats.number(values[name] ?? null)),
    ...valuesBy(SHARES, (name) => formats.share(values[name] ?? null)),
    ...valuesBy(DECIMALS, (name) => formats.decimal(values[name] ?? null)),
  };
}

function valuesBy<Name extends string, Value>(
  names: readonly Name[],
  of: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}
