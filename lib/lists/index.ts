export {
  amountField,
  choiceField,
  choicesField,
  columnsField,
  daysField,
  idField,
  idsField,
  isDay,
  isMonth,
  monthField,
  partField,
  textField,
  wordsField,
} from "./fields.ts";
export { listAddress } from "./list-address.ts";
export {
  countFilters,
  listParams,
  readListQuery,
  searchParams,
  toParams,
  unknownValues,
  unreadValues,
  usualQuery,
  withoutFilters,
  writeListQuery,
} from "./list-query.ts";
export { requireReadable } from "./require-readable.ts";
