/** Why Undo leaves a row as it is. */
export const KEPT_REASONS = [
  "changed_by_import",
  "changed_by_hand",
  "has_orders",
  "has_rows",
  "customer_gone",
  "merged",
  "in_use",
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

const SENTENCES: Record<KeptReason, string> = {
  changed_by_import: "A later import changed it.",
  changed_by_hand: "Somebody changed it since.",
  has_orders: "The customer has orders of another import.",
  has_rows: "The customer has rows of another import, such as feedback or complaints.",
  customer_gone: "The customer it belonged to before is gone.",
  in_use: "Something else uses it by now.",
  merged: "It was merged into another customer since.",
};

/** Says in words for a person why Undo kept a row. */
export function keptReasonWords(reason: KeptReason): string {
  return SENTENCES[reason];
}
