import type { SourceKind } from "#lib/sources/types.ts";
import type { ImportKind } from "./types.ts";

/** Kinds whose rows are kept in a register, by the numbers of a source. */
export type RegisterKind = Exclude<ImportKind, "customers" | "orders">;

/** The source of a file that does not say where it comes from. */
export const USUAL_SOURCE: Readonly<Record<ImportKind, { name: string; kind: SourceKind }>> = {
  customers: { name: "Customers", kind: "crm" },
  orders: { name: "Orders", kind: "orders" },
  subscriptions: { name: "Subscriptions", kind: "crm" },
  signals: { name: "Feedback", kind: "survey" },
  interactions: { name: "Contact log", kind: "service_log" },
  complaints: { name: "Complaint log", kind: "complaint_log" },
  win_loss: { name: "Win/loss reviews", kind: "win_loss" },
  activity_rates: { name: "Activity rates", kind: "finance" },
};

/** The name of that source. */
export function usualSourceName(kind: ImportKind): string {
  return USUAL_SOURCE[kind].name;
}
