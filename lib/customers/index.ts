export { countCustomerChanges, upsertCustomers } from "./commands/upsert-customers.ts";
export { countCustomers, getCustomer, getCustomerByExternalId, listCustomers } from "./queries.ts";
