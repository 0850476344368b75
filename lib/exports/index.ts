export { csvText } from "./csv-text.ts";
export { exportFileName } from "./export-file-name.ts";
export { exportFormat } from "./export-format.ts";
export { jsonText } from "./json-text.ts";
export type { ExportFilters, ExportRow, ListFile } from "./types.ts";
export { workbookParts } from "./workbook-parts.ts";
