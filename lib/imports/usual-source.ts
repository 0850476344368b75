import type { SourceKind } from "#lib/sources/types.ts";
import { sourceFromName } from "./source-from-name.ts";
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
  acquisition_costs: { name: "Acquisition costs", kind: "finance" },
  segment_lists: { name: "Segment lists", kind: "crm" },
};

/**
 * Whether files of a kind come from many places, each with numbers of its own. Those of other kinds come out of one system
 * as a rule: named after its file, the log of March would not update what the log of February brought.
 */
export function isNamedAfterFile(kind: ImportKind): boolean {
  return kind === "signals";
}

/** The name of the source of a file that nothing is known of: numbers of two unrelated files of feedback must not meet. */
export function usualSourceName(kind: ImportKind, fileName: string): string {
  const { name } = USUAL_SOURCE[kind];
  return isNamedAfterFile(kind) ? (sourceFromName(fileName) ?? name) : name;
}
