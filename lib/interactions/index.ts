export { INTERACTION_RECORDS } from "./queries/records.ts";
export { INTERACTIONS } from "./queries/register.ts";
export { InteractionItem, InteractionRecord } from "./schema.ts";
