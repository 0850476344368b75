import type { Aspect, ComparedNeed, MeasuredNeed } from "./types.ts";

/** The columns of needs in files: new ones come after the last. */
export const NEED_COLUMNS = [
  ...["need", "kind", "segment", "opportunity", "opportunity_low", "opportunity_high", "band"],
  ...["importance_share", "importance_low", "importance_high", "importance_n", "importance_mean"],
  ...["satisfaction_share", "satisfaction_low", "satisfaction_high", "satisfaction_n"],
  ...["satisfaction_mean", "kano", "kano_is_clear", "kano_better", "kano_worse", "kano_n"],
  ...["sources", "note"],
] as const;

/** The columns of the three views in files: new ones come after the last. */
export const COMPARED_COLUMNS = [
  ...["need", "importance_share", "importance_n", "kano", "kano_is_clear", "derived_share"],
  ...["derived_low", "derived_high", "derived_is_above_chance", "disagreements"],
] as const;

type Cell = string | number | boolean | null;

/** A need as a row of `NEED_COLUMNS`; shares 0..1. */
export function needRow(need: MeasuredNeed): Cell[] {
  const { opportunity, kano } = need;
  const [low = null, high = null] = opportunity?.interval ?? [];
  return [
    ...[need.statement, need.kind, need.segment?.name ?? null],
    ...[opportunity?.score ?? null, low, high, opportunity?.band ?? null],
    ...aspectCells(need.importance),
    ...aspectCells(need.satisfaction),
    ...kanoCells(kano.result),
    ...[need.evidenceCount, need.note],
  ];
}

/** A need in three views as a row of `COMPARED_COLUMNS`. */
export function comparedRow({ need, derived, disagreements }: ComparedNeed): Cell[] {
  const { measure } = need.importance;
  const [kind, isClear] = kanoCells(need.kano.result);
  const [low = null, high = null] = derived?.interval ?? [];
  return [
    ...[need.statement, measure?.top.value ?? null, measure?.n ?? null],
    ...[kind ?? null, isClear ?? null, derived?.share ?? null, low, high],
    ...[derived?.isAboveChance ?? null, disagreements.join(" ") || null],
  ];
}

function aspectCells({ measure }: Aspect): Cell[] {
  if (!measure) return [null, null, null, null, null];
  return [measure.top.value, ...measure.top.interval, measure.n, measure.mean];
}

function kanoCells(result: MeasuredNeed["kano"]["result"]): Cell[] {
  if (!result) return [null, null, null, null, null];
  const { kind, isClear, better, worse, n } = result;
  return [kind, isClear, better?.value ?? null, worse?.value ?? null, n];
}
