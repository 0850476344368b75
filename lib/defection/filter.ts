import { choicesField, idsField, listAddress, monthField } from "#lib/lists/index.ts";
import type { QueryOf } from "#lib/lists/types.ts";
import { CASE_STATES } from "./types.ts";

/** A run's tiers by number, the first 1. */
const TIERS = ["1", "2", "3", "4", "5", "6"] as const;

export const watchAddress = listAddress({
  cases: choicesField("case", CASE_STATES),
  tiers: choicesField("tier", TIERS),
  responsible: idsField("responsible"),
  /** Taken along: the list is of the latest run */
  month: monthField("month"),
});

/** What the watch list can be asked for. */
export type WatchQuery = QueryOf<typeof watchAddress>;
