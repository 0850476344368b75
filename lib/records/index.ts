export { exportRecords, recordColumns } from "./queries/export-records.ts";
export { countRecords, listRecordRows, type RecordPage } from "./queries/list-records.ts";
export { listRecordWords } from "./queries/record-words.ts";
export { type CustomerRecords, listRecordsOfCustomer } from "./queries/records-of-customer.ts";
