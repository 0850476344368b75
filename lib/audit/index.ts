export { changedFields } from "./changed-fields.ts";
export { recordAuditExport } from "./commands/record-audit-export.ts";
export { recordEvent } from "./commands/record-event.ts";
export { recordListExport } from "./commands/record-list-export.ts";
export { findLastChange, findMemberNames, listAuditEvents, listAuditPeople } from "./queries.ts";
