export { isWorkbook } from "./is-workbook.ts";
export { readSheetAsCsv, readWorkbookHead } from "./queries.ts";
export { SHEET_DIALECT } from "./sheet-rows.ts";
