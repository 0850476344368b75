export { lockLedgerRows } from "./commands/lock-ledger-rows.ts";
export { formerRows, lockNumbers, refuseUnseen } from "./commands/lock-numbers.ts";
export {
  createNamedCustomers,
  findCustomerIds,
  findKnownNumbers,
  findNumbersByEmail,
  knownCustomers,
  type NamedCustomer,
  SHARED_EMAIL,
} from "./commands/named-customers.ts";
export {
  createMissingNames,
  findNames,
  type NamedLine,
  takeBackNames,
} from "./commands/names.ts";
export { type AnyRegister, takeBackRows } from "./commands/take-back-rows.ts";
export { countRowChanges, putRows, writeRows } from "./commands/write-rows.ts";
export {
  AmountMinor,
  Body,
  CUSTOMER_FIELDS,
  Currency,
  Day,
  DayOut,
  Email,
  ExternalId,
  Instant,
  InstantOut,
  Label,
  RECORD_FIELDS,
  TextOut,
  text,
} from "./fields.ts";
export { rowsByNumber } from "./queries/by-number.ts";
export { listRecords } from "./queries/list-records.ts";
export { evidenceNames } from "./queries/names-segment.ts";
export {
  getRecord,
  instant,
  NAMED_JOINS,
  type RecordRef,
  type RecordView,
} from "./queries/records.ts";
export { NAMED_COLUMNS, type NameIds, type Register } from "./queries/register.ts";
