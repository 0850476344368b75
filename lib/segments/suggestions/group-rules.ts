import { type Bounds, type Box, classificationTree } from "#lib/stats/classification-tree.ts";
import { nextDay } from "#lib/time/index.ts";
import type { Condition, Group } from "../types.ts";
import { BASES, type Basis, type BuyingFacts } from "./types.ts";

export type RuleOptions = {
  /** YYYY-MM-DD, the day that recency counts back from */
  readonly asOfOn: string;
};

const MOST_CUTS = 60;
const DEPTH = 3;
const LEAST_SHARE = 0.005;
const LEAST_GAIN = 0.02;

/**
 * A rule for each of `count` groups of customers, made of bounds on the last order, the days with one and the amount of all: together
 * they leave no customer out and share none. Bounds are round where the customers allow it, and those on the last order are days of
 * the calendar, so that a rule finds the same group tomorrow. Null for a group that no bounds tell apart.
 */
export function groupRules(
  customers: readonly BuyingFacts[],
  groups: Int32Array,
  count: number,
  options: RuleOptions,
): (Group | null)[] {
  const values = Float64Array.from(
    customers.flatMap((each) => BASES.map((basis) => Math.max(0, each[basis]))),
  );
  const boxes = classificationTree({ values, dimensions: BASES.length }, groups, {
    cuts: BASES.map((basis) => cutsOf(customers.map((each) => each[basis]))),
    depth: DEPTH,
    leastPoints: Math.max(1, LEAST_SHARE * customers.length),
    leastGain: LEAST_GAIN,
  });
  return Array.from({ length: count }, (_, group) =>
    ruleOf(
      boxes.filter((box) => box.group === group),
      options,
    ),
  );
}

/** Where a basis may be cut: at even shares of the customers, in two digits. */
function cutsOf(values: readonly number[]): number[] {
  const ascending = values.toSorted((a, b) => a - b);
  const cuts = Array.from({ length: MOST_CUTS }, (_, i) =>
    rounded(ascending[Math.floor(((i + 1) * ascending.length) / (MOST_CUTS + 1))] ?? 0),
  );
  return [...new Set(cuts)].toSorted((a, b) => a - b);
}

function rounded(value: number): number {
  return value < 100 ? Math.round(value) : Number(value.toPrecision(2));
}

function ruleOf(boxes: readonly Box[], options: RuleOptions): Group | null {
  const alternatives = boxes.map(({ bounds }) =>
    bounds.flatMap((each, d) => conditionsOf(BASES[d] ?? "recency", each, options)),
  );
  const [first] = alternatives;
  if (!first) return null;
  if (alternatives.length > 1) return { any: alternatives.map((all) => ({ all })) };
  return { all: first.length > 0 ? first : [{ field: "orders.days", op: ">=", value: 1 }] };
}

function conditionsOf(basis: Basis, bounds: Bounds, { asOfOn }: RuleOptions): Condition[] {
  const { above, upTo } = bounds;
  switch (basis) {
    case "recency":
      return [
        ...(above === null ? [] : [lastOrder("<", asOfOn, above)]),
        ...(upTo === null ? [] : [lastOrder(">=", asOfOn, upTo)]),
      ];
    case "frequency":
      return daysWithOrders(bounds);
    case "monetary":
      return [
        ...(above === null ? [] : [{ field: "orders.amount", op: ">", value: above } as const]),
        ...(upTo === null ? [] : [{ field: "orders.amount", op: "<=", value: upTo } as const]),
      ];
  }
}

function lastOrder(op: "<" | ">=", asOfOn: string, daysBefore: number): Condition {
  return { field: "orders.lastOn", op, value: nextDay(asOfOn, -daysBefore) };
}

/** Days are whole: above 2 are 3 or more. */
function daysWithOrders({ above, upTo }: Bounds): Condition[] {
  const field = "orders.days";
  if (above !== null && upTo !== null) {
    return above + 1 === upTo
      ? [{ field, op: "=", value: upTo }]
      : [{ field, op: "between", value: [above + 1, upTo] }];
  }
  if (above !== null) return [{ field, op: ">=", value: above + 1 }];
  return upTo === null ? [] : [{ field, op: "<=", value: upTo }];
}
