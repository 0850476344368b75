import type { ExportFilters, ExportFormat } from "./types.ts";

const LONGEST_NAME = 150;
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The name of a file that tells its filters: "feedback_metric-nps_from-2026-01-01.csv". What was searched for, ids and
 * words that fit no file name stand in the file, not in its name.
 */
export function exportFileName(name: string, filters: ExportFilters, format: ExportFormat): string {
  const parts = filters.map(([field, value]) =>
    field !== "search" && PLAIN.test(value) && !ID.test(value) ? `${field}-${value}` : field,
  );
  return `${[name, ...new Set(parts)].join("_").slice(0, LONGEST_NAME)}.${format}`;
}
