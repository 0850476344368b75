import type { Combination, Condition, Group, Part } from "./types.ts";

export function isCondition(part: Part): part is Condition {
  return "field" in part;
}

/** How a group joins its parts, and the parts. */
export function takeApart(group: Group): { combination: Combination; parts: readonly Part[] } {
  if ("all" in group) return { combination: "all", parts: group.all };
  if ("any" in group) return { combination: "any", parts: group.any };
  return { combination: "none", parts: group.none };
}

/** Every condition of a rule, in the order in which it is written. */
export function conditionsIn(part: Part): Condition[] {
  return isCondition(part) ? [part] : takeApart(part).parts.flatMap(conditionsIn);
}
