import type { ExportFilters, ExportFormat } from "./types.ts";

const LONGEST_NAME = 150;
const LONGEST_VALUE = 40;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-([0-9a-f]{12})$/;
const NO_PART = /[^\p{L}\p{N}._-]+/gu;
const ENDS = /^[._-]+|[._-]+$/g;

/**
 * The name of a file that tells its filters: "feedback_metric-nps_channel-On-site_from-2026-01-01.csv"; of an id without a
 * name the last digits. What was searched for and addresses are personal: of them only that they were asked for. Where
 * filters do not fit, the name ends with how many more there are.
 */
export function exportFileName(name: string, filters: ExportFilters, format: ExportFormat): string {
  const parts = [...new Set(filters.map(([field, value]) => partOf(field, value)))];
  const fitting = fittingOf(name, parts);
  const left = parts.length - fitting.length;
  const more = left > 0 ? [`and-${left}-more`] : [];
  return `${[name, ...fitting, ...more].join("_")}.${format}`;
}

function partOf(field: string, value: string): string {
  if (field === "search" || value.includes("@")) return field;
  const said = (ID.exec(value)?.[1] ?? value).replaceAll(NO_PART, "-").replaceAll(ENDS, "");
  const word = [...said].slice(0, LONGEST_VALUE).join("").replaceAll(ENDS, "");
  return word === "" ? field : `${field}-${word}`;
}

/** As many as fit, from the first on. */
function fittingOf(name: string, parts: readonly string[]): readonly string[] {
  let length = name.length;
  const end = parts.findIndex((part) => {
    length += 1 + part.length;
    return length > LONGEST_NAME;
  });
  return end === -1 ? parts : parts.slice(0, end);
}
