export { logComplaint } from "./commands/log-complaint.ts";
export { logContact } from "./commands/log-contact.ts";
export { showPhone } from "./commands/show-phone.ts";
export { openCard } from "./queries/card.ts";
export { findStanding } from "./queries/standing.ts";
export { LogComplaint, LogContact, ShowPhone } from "./schema.ts";
