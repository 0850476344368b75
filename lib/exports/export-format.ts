import { EXPORT_FORMATS, type ExportFormat } from "./types.ts";

/** The format an address asks for by `format=`; CSV when it asks for none that is known. */
export function exportFormat(text: string | null): ExportFormat {
  return EXPORT_FORMATS.find((format) => format === text) ?? "csv";
}
