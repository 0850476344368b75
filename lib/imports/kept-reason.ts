/** Why Undo leaves a row as it is. */
export const KEPT_REASONS = [
  "changed_by_import",
  "changed_by_hand",
  "has_orders",
  "customer_gone",
  "merged",
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

const SENTENCES: Record<KeptReason, string> = {
  changed_by_import: "A later import changed it.",
  changed_by_hand: "Somebody changed it since.",
  has_orders: "The customer has orders of another import.",
  customer_gone: "The customer it belonged to before is gone.",
  merged: "It was merged into another customer since.",
};

/** Says in words for a person why Undo kept a row. */
export function keptReasonWords(reason: KeptReason): string {
  return SENTENCES[reason];
}
