export { adherenceTable } from "./adherence-table.ts";
export { savePolicy } from "./commands/save-policy.ts";
export { undoPolicy } from "./commands/undo-policy.ts";
export { findTier, tierName } from "./promised-tiers.ts";
export { IS_OPEN, readAdherence } from "./queries/adherence.ts";
export { getPolicy } from "./queries/policy.ts";
export { SavePolicy, UndoPolicy } from "./schema.ts";
export { cutsOf } from "./usual-policy.ts";
