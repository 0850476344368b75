export { lockNumbers, refuseUnseen } from "./commands/lock-numbers.ts";
export {
  createNamedCustomers,
  findKnownNumbers,
  findNumbersByEmail,
  knownCustomers,
  type NamedCustomer,
} from "./commands/named-customers.ts";
export {
  createMissingNames,
  findNames,
  type NamedLine,
  takeBackNames,
} from "./commands/names.ts";
export { type AnyRegister, takeBackRows } from "./commands/take-back-rows.ts";
export { countRowChanges, writeRows } from "./commands/write-rows.ts";
export { NAMED_COLUMNS, type NameIds, type Register } from "./queries/register.ts";
