import type { Metric, Scale } from "#lib/signals/types.ts";
import { valueKey } from "./row-cells.ts";
import type { ImportMapping } from "./schema.ts";
import type { ImportField, QuestionScale } from "./types.ts";

type Meanings = {
  fallbacks?: ReadonlyMap<ImportField, readonly number[]>;
  constants?: ReadonlyMap<ImportField, string>;
  values?: ReadonlyMap<ImportField, ReadonlyMap<string, string>>;
};

/**
 * What a mapping says of cells beside their columns: what stands for those that no column holds or that are empty, and
 * what texts mean.
 */
export function cellMeanings(
  mapping: ImportMapping | undefined,
  headers: readonly string[],
): Meanings {
  const fallbacks = fieldEntries(mapping?.fallbacks).map(
    ([field, names]) =>
      [field, names.map((name) => headers.indexOf(name)).filter((at) => at !== -1)] as const,
  );
  const constants = fieldEntries(mapping?.constants);
  const values = fieldEntries(mapping?.values).map(
    ([field, meanings]) =>
      [
        field,
        new Map(Object.entries(meanings).map(([text, meaning]) => [valueKey(text), meaning])),
      ] as const,
  );
  return {
    ...(fallbacks.length > 0 ? { fallbacks: new Map(fallbacks) } : {}),
    ...(constants.length > 0 ? { constants: new Map(constants) } : {}),
    ...(values.length > 0 ? { values: new Map(values) } : {}),
  };
}

/** The scale of each question that the mapping gives one; of the others the answers are words. */
export function questionScales(
  mapping: ImportMapping | undefined,
): ReadonlyMap<string, QuestionScale> {
  return new Map(
    Object.entries(mapping?.questions ?? {}).flatMap(([question, asked]) => {
      const { metric = null, scaleMin: min, scaleMax: max, higherIsBetter = true } = asked;
      const scale = min !== undefined && max !== undefined ? { min, max, higherIsBetter } : null;
      return metric || scale ? [[question, { metric, scale }] as const] : [];
    }),
  );
}

// The keys were checked when the mapping was read; Object.entries forgets it.
function fieldEntries<Value>(
  table: Partial<Record<ImportField, Value>> | undefined,
): [ImportField, Value][] {
  return Object.entries(table ?? {}) as [ImportField, Value][];
}

/** The scale of each metric that the mapping gives one; more is better. */
export function metricScales(mapping: ImportMapping | undefined): ReadonlyMap<Metric, Scale> {
  const entries = Object.entries(mapping?.scales ?? {}) as [Metric, { min: number; max: number }][];
  return new Map(
    entries.map(([metric, ends]) => [metric, { ...ends, higherIsBetter: true }] as const),
  );
}
