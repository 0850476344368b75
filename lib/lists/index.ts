export {
  amountField,
  choiceField,
  choicesField,
  columnsField,
  daysField,
  idsField,
  textField,
  wordsField,
} from "./fields.ts";
export {
  countFilters,
  filterParams,
  listParams,
  readListQuery,
  unknownValues,
  usualQuery,
  withoutFilters,
  writeListQuery,
} from "./list-query.ts";
