export { logComplaint } from "./commands/log-complaint.ts";
export { logContact } from "./commands/log-contact.ts";
export { showPhone } from "./commands/show-phone.ts";
export { takeBackComplaint } from "./commands/take-back-complaint.ts";
export { takeBackContact } from "./commands/take-back-contact.ts";
export { thankCustomer } from "./commands/thank-customer.ts";
export { openCard } from "./queries/card.ts";
export { getComplaint } from "./queries/complaint.ts";
export { findStanding } from "./queries/standing.ts";
export {
  LogComplaint,
  LogContact,
  ShowPhone,
  TakeBackContact,
  ThankCustomer,
} from "./schema.ts";
