export { CustomerItem, CustomerRecord, CustomerSummary } from "./api-schema.ts";
export { chooseAttributeType } from "./commands/choose-attribute-type.ts";
export { clearFreeText } from "./commands/clear-free-text.ts";
export { dismissDuplicate } from "./commands/dismiss-duplicate.ts";
export { markSensitive } from "./commands/mark-sensitive.ts";
export { mergeCustomers } from "./commands/merge-customers.ts";
export { putCustomers } from "./commands/put-customers.ts";
export { recordConsent } from "./commands/record-consent.ts";
export { recordCustomerExport } from "./commands/record-customer-export.ts";
export { undoCustomers } from "./commands/undo-customers.ts";
export { unmergeCustomers } from "./commands/unmerge-customers.ts";
export { countCustomerChanges, upsertCustomers } from "./commands/upsert-customers.ts";
export { runCustomerProfile } from "./jobs.ts";
export { listAttributes } from "./queries/attributes.ts";
export { countContactable, findContactable } from "./queries/consents.ts";
export { getCustomer, getCustomerByExternalId } from "./queries/customer-page.ts";
export { asRecords } from "./queries/customer-records.ts";
export { countDuplicates, getDuplicate, listDuplicates } from "./queries/duplicates.ts";
export {
  type CustomerFileRow,
  customerFileColumns,
  customerFileRows,
  listAttributeNames,
} from "./queries/file-rows.ts";
export { isoDay, numberIn, yesNo } from "./queries/filter-sql.ts";
export {
  countCustomers,
  listChosenCustomers,
  listCountedCustomers,
  listCustomers,
} from "./queries.ts";
