import { missingFields } from "#lib/imports/import-fields.ts";
import { resolveHeaders } from "#lib/imports/resolve-headers.ts";
import { headerKey, type SavedMapping } from "#lib/imports/saved-mapping.ts";
import { IMPORT_KINDS, type ImportField, type ImportKind } from "#lib/imports/types.ts";
import type { FilePreview } from "./preview-file.ts";

/**
 * What a file is imported as: as was chosen, unless it is an export that cannot be that; as the last file with these
 * headers was; as the export that it is usually is; or as most of its headers say.
 */
export function kindFor(
  preview: FilePreview,
  chosen: ImportKind | null,
  saved: readonly SavedMapping[],
): ImportKind {
  const { format, headers } = preview;
  if (chosen && (!format || format.kinds.includes(chosen))) return chosen;
  const key = headerKey(headers);
  const known = saved.find((each) => headerKey(each.headers) === key);
  return known?.kind ?? format?.kinds[0] ?? likelyKind(preview);
}

/** Fields that rows of many kinds have: they speak for none. */
const COMMON: ReadonlySet<ImportField> = new Set<ImportField>([
  "customerExternalId",
  "customerEmail",
  "occurredOn",
  "occurredAt",
  "receivedOn",
  "receivedAt",
  "channel",
  "touchpoint",
  "segment",
  "department",
  "currency",
]);
/** Kinds that a file is taken for though it lacks something; on a tie, orders. */
const USUAL: readonly ImportKind[] = ["orders", "customers"];
const ORDER = [...USUAL, ...IMPORT_KINDS.filter((kind) => !USUAL.includes(kind))];

/**
 * The kind whose fields most of the headers name; other than of orders and customers, all that it needs is among them. A list has no
 * other column: with one, a segment is something that is known of a customer.
 */
export function likelyKind({ headers }: Pick<FilePreview, "headers">): ImportKind {
  const asked = headers.filter((header) => /\?\s*$/.test(header)).length;
  const named = ORDER.map((kind) => ({ kind, count: countNamed(kind, headers, asked) }));
  const most = Math.max(...named.map(({ count }) => count));
  return named.find(({ count }) => count === most)?.kind ?? "orders";
}

function countNamed(kind: ImportKind, headers: readonly string[], asked: number): number {
  const fields = resolveHeaders(kind, headers).columns.filter(
    (field) => field !== null && !field.startsWith("attributes."),
  );
  if (USUAL.includes(kind)) return fields.length;
  const answers: ImportField[] = kind === "signals" && asked > 0 ? ["answer"] : [];
  const all = [...fields, ...answers];
  const isComplete = missingFields(kind, all).length === 0;
  const isTold =
    kind === "segment_lists"
      ? fields.length === headers.length
      : all.some((field) => field !== null && !COMMON.has(field));
  return isComplete && isTold ? fields.length + (kind === "signals" ? asked : 0) : 0;
}
