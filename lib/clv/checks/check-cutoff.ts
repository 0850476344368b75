import type { ClvWarning, PurchaseColumns } from "../types.ts";

/** A silence as long as this share of the whole history is none of the customers' but of the data. */
const MOST_SILENCE = 0.2;
const LEAST_DAYS = 28;

/** Doubts about a cut-off long after the last purchase of all: orders that were never brought in look like customers who left. */
export function checkCutoff({ days }: PurchaseColumns, cutoffDay: number): ClvWarning[] {
  if (days.length === 0) return [];
  const first = days.reduce((least, day) => Math.min(least, day), cutoffDay);
  const last = days.reduce((most, day) => Math.max(most, day), first);
  const silence = cutoffDay - last;
  if (silence < LEAST_DAYS || silence <= MOST_SILENCE * (last - first)) return [];
  return [{ code: "late_cutoff", level: "red", values: { days: silence } }];
}
