import { mayBeConstant } from "#lib/imports/constants.ts";
import { FIELDS_OF } from "#lib/imports/import-fields.ts";
import { resolveHeaders } from "#lib/imports/resolve-headers.ts";
import { headerKey, type SavedMapping } from "#lib/imports/saved-mapping.ts";
import type { ImportMapping } from "#lib/imports/schema.ts";
import type { DateFormat, DecimalSeparator, ImportField, ImportKind } from "#lib/imports/types.ts";
import type { ChosenFile } from "./file-head.ts";
import type { FilePreview, ReadingChoice } from "./preview-file.ts";
import { dateDoubt, decimalDoubt } from "./reading-doubts.ts";

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
  /** How the person says that the file is written */
  choice: ReadingChoice;
  /** The mapping of an earlier file with these headers, which this draft began with */
  matched: SavedMapping | null;
};

/** The kind whose fields more of the headers name; on a tie, orders. */
export function likelyKind({ headers }: FilePreview): ImportKind {
  const known = (kind: ImportKind) =>
    resolveHeaders(kind, headers).columns.filter(
      (field) => field !== null && !field.startsWith("attributes."),
    ).length;
  return known("customers") > known("orders") ? "customers" : "orders";
}

/** A file that is ready to be mapped. */
export type ReadFile = Pick<ImportDraft, "file" | "preview"> & Partial<Pick<ImportDraft, "choice">>;

/** A file read as this kind: as files with these headers were read before, or else as its headers say. */
export function draftOf(
  { file, preview, choice = {} }: ReadFile,
  kind: ImportKind,
  saved: readonly SavedMapping[] = [],
): ImportDraft {
  const matched = matchSaved(saved, kind, preview.headers);
  return {
    ...{ kind, file, preview, choice, matched },
    ...mappedAs(kind, preview, matched?.mapping),
  };
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

function mappedAs(kind: ImportKind, { headers }: FilePreview, mapping?: ImportMapping) {
  return {
    columns: resolveHeaders(kind, headers, mapping).columns,
    isRemapped: Object.keys(mapping?.columns ?? {}).length > 0,
    dateFormat: mapping?.dateFormat ?? null,
    decimalSeparator: mapping?.decimalSeparator ?? null,
    currency: mapping?.currency ?? null,
    constants: mapping?.constants ?? {},
  };
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

/** What the server is told beside the file; null when the file says enough. */
export function mappingOf(draft: ImportDraft, answers: Answers): ImportMapping | null {
  const { headerRow } = draft.preview.dialect;
  const mapping: ImportMapping = {
    ...baseMapping(draft),
    ...(answers.dateFormat ? { dateFormat: answers.dateFormat } : {}),
    ...(answers.decimalSeparator ? { decimalSeparator: answers.decimalSeparator } : {}),
    ...draft.choice,
    // Where the headers were found: the person has seen them there.
    ...(headerRow > 1 ? { headerRow } : {}),
  };
  return draft.isRemapped || Object.keys(mapping).length > 1 ? mapping : null;
}

/** Why the file cannot be imported as it is mapped now, in sentences. */
export function problemsOf(draft: ImportDraft): string[] {
  return resolveHeaders(draft.kind, draft.preview.headers, baseMapping(draft)).problems;
}

function baseMapping(draft: ImportDraft): ImportMapping {
  const constants = typedConstants(draft);
  const currency = constants.currency ?? draft.currency;
  return {
    columns: draft.isRemapped ? mappedColumns(draft) : {},
    ...(currency ? { currency } : {}),
    ...(Object.keys(constants).length > 0 ? { constants } : {}),
  };
}

/** Constants with a value, of fields that no column holds by now. */
function typedConstants(draft: ImportDraft): Partial<Record<ImportField, string>> {
  const given = constantChoices(draft).flatMap((field) => {
    const value = draft.constants[field]?.trim();
    return value ? [[field, value]] : [];
  });
  return Object.fromEntries(given);
}

/** The currency of a file: the one chosen for all its rows, or else the workspace's. */
export function fileCurrency(draft: ImportDraft, workspaceCurrency: string): string {
  return typedConstants(draft).currency ?? draft.currency ?? workspaceCurrency;
}

type Answers = { dateFormat: DateFormat | null; decimalSeparator: DecimalSeparator | null };

/** What cannot be told from the rows, with the answer given or suggested for it. */
export function questionsOf(draft: ImportDraft, currency: string) {
  const { preview, columns } = draft;
  const date = dateDoubt(preview.rows, columns);
  const decimal = decimalDoubt(preview.rows, columns, fileCurrency(draft, currency));
  // What an earlier file was told holds for this one too, also where its first rows leave no doubt.
  const answers: Answers = {
    dateFormat: draft.dateFormat ?? date?.suggested ?? null,
    decimalSeparator: draft.decimalSeparator ?? decimal?.suggested ?? null,
  };
  const isAnswered =
    (!date || answers.dateFormat !== null) && (!decimal || answers.decimalSeparator !== null);
  return { date, decimal, answers, isAnswered };
}

function mappedColumns({ preview, columns }: ImportDraft): Record<string, ImportField> {
  return Object.fromEntries(
    preview.headers.flatMap((header, at) => {
      const field = columns[at];
      return field ? [[header.trim(), field]] : [];
    }),
  );
}
