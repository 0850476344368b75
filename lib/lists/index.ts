export {
  amountField,
  choiceField,
  choicesField,
  columnsField,
  daysField,
  textField,
} from "./fields.ts";
export {
  countFilters,
  listParams,
  readListQuery,
  unknownValues,
  usualQuery,
  withoutFilters,
  writeListQuery,
} from "./list-query.ts";
