import { resolveHeaders } from "#lib/imports/resolve-headers.ts";
import type { ImportMapping } from "#lib/imports/schema.ts";
import type { DateFormat, DecimalSeparator, ImportField, ImportKind } from "#lib/imports/types.ts";
import type { FilePreview } from "./preview-file.ts";
import { dateDoubt, decimalDoubt } from "./reading-doubts.ts";

/** A chosen file and how it will be read. */
export type ImportDraft = {
  kind: ImportKind;
  file: File;
  preview: FilePreview;
  columns: readonly (ImportField | null)[];
  /** false while the columns are as their headers say */
  isRemapped: boolean;
  dateFormat: DateFormat | null;
  decimalSeparator: DecimalSeparator | null;
};

/** The kind whose fields more of the headers name; on a tie, orders. */
export function likelyKind({ headers }: FilePreview): ImportKind {
  const known = (kind: ImportKind) =>
    resolveHeaders(kind, headers).columns.filter(
      (field) => field !== null && !field.startsWith("attributes."),
    ).length;
  return known("customers") > known("orders") ? "customers" : "orders";
}

/** A file read as this kind, as its headers say. */
export function draftOf(
  { file, preview }: Pick<ImportDraft, "file" | "preview">,
  kind: ImportKind,
): ImportDraft {
  const { columns } = resolveHeaders(kind, preview.headers);
  return {
    kind,
    file,
    preview,
    columns,
    isRemapped: false,
    dateFormat: null,
    decimalSeparator: null,
  };
}

/** The draft with one column read as another field, or left out. */
export function remap(draft: ImportDraft, at: number, field: ImportField | null): ImportDraft {
  const columns = draft.columns.map((current, index) => (index === at ? field : current));
  return { ...draft, columns, isRemapped: true };
}

/** What the server is told beside the file; null when its headers say enough. */
export function mappingOf(draft: ImportDraft, answers: Answers): ImportMapping | null {
  const columns = draft.isRemapped ? mappedColumns(draft) : {};
  const mapping: ImportMapping = {
    columns,
    ...(answers.dateFormat ? { dateFormat: answers.dateFormat } : {}),
    ...(answers.decimalSeparator ? { decimalSeparator: answers.decimalSeparator } : {}),
  };
  return draft.isRemapped || Object.keys(mapping).length > 1 ? mapping : null;
}

/** Why the file cannot be imported as it is mapped now, in sentences. */
export function problemsOf(draft: ImportDraft): string[] {
  const mapping = draft.isRemapped ? { columns: mappedColumns(draft) } : undefined;
  return resolveHeaders(draft.kind, draft.preview.headers, mapping).problems;
}

type Answers = { dateFormat: DateFormat | null; decimalSeparator: DecimalSeparator | null };

/** What cannot be told from the rows, with the answer given or suggested for it. */
export function questionsOf(draft: ImportDraft, currency: string) {
  const { preview, columns } = draft;
  const date = dateDoubt(preview.rows, columns);
  const decimal = decimalDoubt(preview.rows, columns, currency);
  const answers: Answers = {
    dateFormat: date && (draft.dateFormat ?? date.suggested),
    decimalSeparator: decimal && (draft.decimalSeparator ?? decimal.suggested),
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
