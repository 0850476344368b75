import "server-only";
import { ACQUISITION_COSTS } from "#lib/acquisition-costs/index.ts";
import { ACTIVITY_RATES } from "#lib/activity-rates/index.ts";
import type { AnyRegister, Register } from "#lib/bulk/index.ts";
import type { LedgerEntity, NamedEntity } from "#lib/bulk/types.ts";
import { COMPLAINTS } from "#lib/complaints/index.ts";
import { INTERACTIONS } from "#lib/interactions/index.ts";
import { SEGMENT_LISTINGS } from "#lib/segments/index.ts";
import { SIGNALS } from "#lib/signals/index.ts";
import { SUBSCRIPTIONS } from "#lib/subscriptions/index.ts";
import { WIN_LOSS } from "#lib/win-loss/index.ts";
import type { ImportKind, RowOf } from "../types.ts";
import type { RegisterKind } from "../usual-source.ts";

export const REGISTERS: { [Kind in RegisterKind]: Register<RowOf[Kind]> } = {
  subscriptions: SUBSCRIPTIONS,
  signals: SIGNALS,
  interactions: INTERACTIONS,
  complaints: COMPLAINTS,
  win_loss: WIN_LOSS,
  activity_rates: ACTIVITY_RATES,
  acquisition_costs: ACQUISITION_COSTS,
  segment_lists: SEGMENT_LISTINGS,
};

/** The register of the rows that the ledger calls so. */
export const REGISTER_OF: Readonly<Record<RegisterEntity, AnyRegister>> = {
  subscription: SUBSCRIPTIONS,
  signal: SIGNALS,
  interaction: INTERACTIONS,
  complaint: COMPLAINTS,
  win_loss: WIN_LOSS,
  activity_rate: ACTIVITY_RATES,
  acquisition_cost: ACQUISITION_COSTS,
  segment_listing: SEGMENT_LISTINGS,
};

type OrderEntity = "order" | "order_line" | "order_return" | "return_match";
type RegisterEntity = Exclude<LedgerEntity, OrderEntity | "customer" | NamedEntity>;

/** Whether rows of this kind are kept in a register. */
export function isRegisterKind(kind: ImportKind): kind is RegisterKind {
  return kind in REGISTERS;
}

/** What an import of each kind can have made, in the order that Undo takes it back: what hangs on others first. */
export const UNDO_ORDER: Readonly<Record<ImportKind, readonly LedgerEntity[]>> = {
  customers: ["customer"],
  orders: ["order_return", "return_match", "order_line", "order", "customer"],
  subscriptions: ["subscription", "customer"],
  signals: ["signal", "touchpoint", "segment", "department", "customer"],
  interactions: ["interaction", "touchpoint", "department", "customer"],
  complaints: ["complaint", "touchpoint", "segment", "department", "customer"],
  win_loss: ["win_loss", "segment", "department", "customer"],
  activity_rates: ["activity_rate"],
  acquisition_costs: ["acquisition_cost", "customer"],
  segment_lists: ["segment_listing", "segment", "customer"],
};
