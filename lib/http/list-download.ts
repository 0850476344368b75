import "server-only";
import {
  csvText,
  exportFileName,
  exportFormat,
  jsonText,
  type ListFile,
  workbookParts,
} from "#lib/exports/index.ts";
import { requireReadable, unknownValues } from "#lib/lists/index.ts";
import type { UnknownValue } from "#lib/lists/types.ts";
import { download } from "./download.ts";
import { zipOf } from "./zip-of.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type List = Omit<ListFile, "exportedAt"> & {
  /** What its address says that it cannot read; all but the format unless told */
  unknown?: readonly UnknownValue[];
};

/**
 * A list as the file that `?format=` of the address asks for; its name tells the filters.
 *
 * @throws DomainError `invalid_input` for an unknown format, and for what else its address says that it cannot read
 */
export function listDownload(request: Request, { unknown, ...list }: List): Response {
  requireReadable(unknown ?? beyondFormat(request));
  const format = exportFormat(new URL(request.url).searchParams.get("format"));
  const file = { ...list, exportedAt: new Date().toISOString() };
  const name = exportFileName(file.name, file.filters, format);
  switch (format) {
    case "csv":
      return download(name, "text/csv; charset=utf-8", csvText(file.columns, file.pages));
    case "json":
      return download(name, "application/json; charset=utf-8", jsonText(file));
    case "xlsx":
      return download(name, XLSX, zipOf(workbookParts(file)));
  }
}

/** What an address says beyond `?format`, of a list that knows no filters. */
export function beyondFormat(request: Request): readonly UnknownValue[] {
  return unknownValues({}, new URL(request.url).searchParams, ["format"]);
}
