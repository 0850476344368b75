export { recordCustomerExport } from "./commands/record-customer-export.ts";
export { undoCustomers } from "./commands/undo-customers.ts";
export { countCustomerChanges, upsertCustomers } from "./commands/upsert-customers.ts";
export {
  countCustomers,
  getCustomer,
  getCustomerByExternalId,
  listChosenCustomers,
  listCustomers,
} from "./queries.ts";
