export { changedFields } from "./changed-fields.ts";
export { recordEvent } from "./commands/record-event.ts";
export { findLastChange, findMemberNames, listAuditEvents, listAuditPeople } from "./queries.ts";
