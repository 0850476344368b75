export { isWorkbook } from "./is-workbook.ts";
export { readSheetAsCsv, readWorkbookHead, type WorkbookHead } from "./queries.ts";
