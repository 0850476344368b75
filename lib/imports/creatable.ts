import type { ImportKind } from "./types.ts";

/** What an import can make on the way. */
export const CREATABLE = ["customers", "touchpoints", "segments", "departments"] as const;
export type Creatable = (typeof CREATABLE)[number];

/** What files of each kind can name. */
export const CREATABLE_BY: Readonly<Record<ImportKind, readonly Creatable[]>> = {
  customers: [],
  orders: ["customers"],
  subscriptions: ["customers"],
  signals: CREATABLE,
  interactions: ["customers", "touchpoints", "departments"],
  complaints: CREATABLE,
  win_loss: ["customers", "segments", "departments"],
  activity_rates: [],
  acquisition_costs: ["customers"],
  segment_lists: ["customers", "segments"],
};
