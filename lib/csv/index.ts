export { describeFileFault, describeRowFault } from "./describe-fault.ts";
export { guessHeaderRow } from "./guess-header-row.ts";
export { inertCell } from "./inert-cell.ts";
export { SNIFF_BYTES } from "./limits.ts";
export { readCsv } from "./read-csv.ts";
export { sniffDialect } from "./sniff-dialect.ts";
export {
  type CsvBatch,
  type CsvDelimiter,
  type CsvDialect,
  type CsvRecord,
  MOST_HEADER_ROW,
  type SaidDialect,
} from "./types.ts";
