export { recordEvent } from "./commands/record-event.ts";
export { findLastChange } from "./queries.ts";
