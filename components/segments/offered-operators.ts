import type { FieldChoice } from "#lib/segments/field-choice.ts";
import { OPERATORS_OF } from "#lib/segments/fields.ts";
import type { Operator } from "#lib/segments/types.ts";

/** The operators that are of use with a field; also the one that stands there, even where it is not. */
export function offeredOperators(
  standing: Operator,
  field: FieldChoice | undefined,
): readonly Operator[] {
  if (!field) return [standing];
  const unfit = unfitFor(field);
  const fitting = OPERATORS_OF[field.type].filter((each) => !unfit.includes(each));
  return fitting.includes(standing) ? fitting : [...fitting, standing];
}

function unfitFor({ unit, choices, labels }: FieldChoice): readonly Operator[] {
  // A count is always known, and 0 where there is nothing to count.
  if (unit === "count") return ["known", "unknown"];
  if (Object.keys(labels).length > 0) return ["between"];
  return choices.length > 0 ? ["contains"] : [];
}
