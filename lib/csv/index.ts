export { describeFileFault, describeRowFault } from "./describe-fault.ts";
export { inertCell } from "./inert-cell.ts";
export { SNIFF_BYTES } from "./limits.ts";
export { readCsv } from "./read-csv.ts";
export { sniffDialect } from "./sniff-dialect.ts";
export type {
  CsvBatch,
  CsvDelimiter,
  CsvDialect,
  CsvRecord,
} from "./types.ts";
