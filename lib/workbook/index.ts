export { isWorkbook } from "./is-workbook.ts";
export { readSheetAsCsv, readWorkbookHead } from "./queries.ts";
