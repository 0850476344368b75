import { mayBeConstant } from "#lib/imports/constants.ts";
import { CREATABLE_BY, type Creatable } from "#lib/imports/creatable.ts";
import { speaksAgainst } from "#lib/imports/date-evidence.ts";
import { cellsOf, DAY_FIELDS } from "#lib/imports/field-shapes.ts";
import { FIELDS_OF } from "#lib/imports/import-fields.ts";
import { resolveHeaders } from "#lib/imports/resolve-headers.ts";
import { headerKey, type SavedMapping } from "#lib/imports/saved-mapping.ts";
import type { ImportMapping } from "#lib/imports/schema.ts";
import type { DateFormat, DecimalSeparator, ImportField, ImportKind } from "#lib/imports/types.ts";
import { usualSourceName } from "#lib/imports/usual-source.ts";
import type { UnreadValue } from "#lib/imports/views.ts";
import { answerField } from "./field-options.ts";
import type { ChosenFile } from "./file-head.ts";
import type { FilePreview, ReadingChoice } from "./preview-file.ts";

/** A chosen file and how it will be read. */
export type ImportDraft = {
  kind: ImportKind;
  file: ChosenFile;
  preview: FilePreview;
  columns: readonly (ImportField | null)[];
  /** false while the columns are as their headers say */
  isRemapped: boolean;
  dateFormat: DateFormat | null;
  decimalSeparator: DecimalSeparator | null;
  /** Of the file, where it is not the workspace's; ISO 4217 */
  currency: string | null;
  /** One value for all rows, by field; "" while nothing is typed */
  constants: Partial<Record<ImportField, string>>;
  /** What texts of a field's cells stand for */
  values: ValueMaps;
  /** The metric or scale of each question of a wide survey file that has one */
  questions: Questions;
  /** Where the rows come from */
  source: string;
  /** What the file names and nobody knows yet, and is made on the way */
  createMissing: readonly Creatable[];
  /** What the mapping says beside that, and nothing on the screen changes */
  kept: Omit<ImportMapping, ShownPart>;
  /** How the person says that the file is written */
  choice: ReadingChoice;
  /** The mapping of an earlier file with these headers, which this draft began with */
  matched: SavedMapping | null;
  /** An export that is recognised, mapped by its headers as they stand because the person says so */
  isPlain?: boolean;
  /** What a dry run could not read in the whole file */
  unread?: readonly UnreadValue[];
};

/** What the screen shows of a mapping, and lets be changed. */
const SHOWN_PARTS = [
  "columns",
  "dateFormat",
  "decimalSeparator",
  "currency",
  "constants",
  "encoding",
  "delimiter",
  "values",
  "questions",
  "format",
  "createMissing",
  "source",
  "headerRow",
  "sheet",
] as const satisfies readonly (keyof ImportMapping)[];
type ShownPart = (typeof SHOWN_PARTS)[number];

export type ValueMaps = NonNullable<ImportMapping["values"]>;
export type Questions = NonNullable<ImportMapping["questions"]>;

/** A file that is ready to be mapped. */
export type ReadFile = Pick<ImportDraft, "file" | "preview"> & Partial<Pick<ImportDraft, "choice">>;

/** A file read as this kind: as files with these headers were read before, as the export that it is, or as its headers say. */
export function draftOf(
  { file, preview, choice = {} }: ReadFile,
  kind: ImportKind,
  saved: readonly SavedMapping[] = [],
): ImportDraft {
  const matched = matchSaved(saved, kind, preview.headers);
  return {
    ...{ kind, file, preview, choice, matched },
    ...mappedAs(kind, preview, matched?.mapping ?? preview.format?.readings[kind]),
    ...(matched?.source ? { source: matched.source } : {}),
  };
}

/** An export by its headers as they stand: the person says what each column is. */
export function plainDraftOf(file: ReadFile, kind: ImportKind): ImportDraft {
  return { ...draftOf(file, kind), isPlain: true, isRemapped: true };
}

/** The same file read as another kind. */
export function draftAs(
  draft: ImportDraft,
  kind: ImportKind,
  saved: readonly SavedMapping[],
): ImportDraft {
  return draft.isPlain ? plainDraftOf(draft, kind) : draftOf(draft, kind, saved);
}

/** The draft with its rows from another source; mapped as files of that source with these headers were, if there was one. */
export function withSource(
  draft: ImportDraft,
  source: string,
  saved: readonly SavedMapping[],
): ImportDraft {
  const { kind, preview } = draft;
  const key = headerKey(preview.headers);
  const own = saved.find(
    (each) =>
      each.kind === kind && headerKey(each.headers) === key && isSameName(each.source, source),
  );
  if (!own || own.id === draft.matched?.id) return { ...draft, source };
  return { ...draft, ...mappedAs(kind, preview, own.mapping), matched: own, source };
}

function isSameName(one: string | null, other: string): boolean {
  return one !== null && one.toLowerCase() === other.trim().toLowerCase();
}

/** A stored file as a dry run mapped it; by its headers or those of an earlier file where that said nothing. */
export function redraftOf(
  file: ReadFile,
  { kind, mapping }: StoredMapping,
  saved: readonly SavedMapping[],
): ImportDraft {
  if (!mapping) return draftOf(file, kind, saved);
  return { ...draftOf(file, kind), ...mappedAs(kind, file.preview, mapping) };
}

/** What a dry run was told beside the file. */
export type StoredMapping = { kind: ImportKind; mapping: ImportMapping | null };

/** How a mapping says that its file is written. */
export function choiceOf(mapping: ImportMapping | null): ReadingChoice {
  const { encoding, delimiter, headerRow, sheet } = mapping ?? {};
  return {
    ...(encoding ? { encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
    ...(headerRow ? { headerRow } : {}),
    ...(sheet ? { sheet } : {}),
  };
}

function mappedAs(kind: ImportKind, preview: FilePreview, mapping?: ImportMapping) {
  const { headers, format } = preview;
  const read = columnsOf(kind, headers, mapping);
  return {
    ...read,
    kept: keptOf(mapping),
    values: mapping?.values ?? {},
    questions: mapping?.questions ?? {},
    source: mapping?.source ?? format?.source ?? usualSourceName(kind),
    createMissing: mapping?.createMissing ?? CREATABLE_BY[kind],
    dateFormat: rememberedFormat(preview, read.columns, mapping),
    decimalSeparator: mapping?.decimalSeparator ?? null,
    currency: mapping?.currency ?? null,
    constants: mapping?.constants ?? {},
  };
}

/** What was said of the days of such files, unless those of this one speak against it. */
function rememberedFormat(
  { rows }: FilePreview,
  columns: readonly (ImportField | null)[],
  mapping?: ImportMapping,
): DateFormat | null {
  const format = mapping?.dateFormat ?? null;
  if (format === null) return null;
  return speaksAgainst(cellsOf(rows, columns, DAY_FIELDS), format) ? null : format;
}

/** A header that asks something heads the answers to it, where nobody has said what the columns are. */
function columnsOf(kind: ImportKind, headers: readonly string[], mapping?: ImportMapping) {
  const { columns } = resolveHeaders(kind, headers, mapping);
  const isRemapped = Object.keys(mapping?.columns ?? {}).length > 0;
  const asks = (at: number) => columns[at] === null && /\?\s*$/.test(headers[at] ?? "");
  if (kind !== "signals" || isRemapped || !headers.some((_, at) => asks(at)))
    return { columns, isRemapped };
  return {
    columns: columns.map((field, at) => (asks(at) ? answerField(headers[at] ?? "") : field)),
    isRemapped: true,
  };
}

function keptOf(mapping: Partial<ImportMapping> = {}): Omit<ImportMapping, ShownPart> {
  const shown: readonly string[] = SHOWN_PARTS;
  // Of the entries of a mapping those that are left are a mapping's; Object.fromEntries forgets it.
  return Object.fromEntries(Object.entries(mapping).filter(([part]) => !shown.includes(part)));
}

function matchSaved(
  saved: readonly SavedMapping[],
  kind: ImportKind,
  headers: readonly string[],
): SavedMapping | null {
  const key = headerKey(headers);
  return saved.find((each) => each.kind === kind && headerKey(each.headers) === key) ?? null;
}

/** Fields that no column holds and one value can stand for. */
export function constantChoices({ kind, columns }: ImportDraft): ImportField[] {
  return FIELDS_OF[kind].filter((field) => mayBeConstant(field) && !columns.includes(field));
}

/** The draft with one column read as another field, or left out. */
export function remap(draft: ImportDraft, at: number, field: ImportField | null): ImportDraft {
  const columns = draft.columns.map((current, index) => (index === at ? field : current));
  return { ...draft, columns, isRemapped: true };
}
