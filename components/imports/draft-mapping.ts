import { CREATABLE_BY } from "#lib/imports/creatable.ts";
import { withFallbacks } from "#lib/imports/field-shapes.ts";
import { isAnswer, QUESTION_FIELDS, questionOf } from "#lib/imports/import-fields.ts";
import { placedNames } from "#lib/imports/match-headers.ts";
import { resolveHeaders } from "#lib/imports/resolve-headers.ts";
import type { ImportMapping } from "#lib/imports/schema.ts";
import type { DateFormat, DecimalSeparator, ImportField } from "#lib/imports/types.ts";
import { isNamedAfterFile, usualSourceName } from "#lib/imports/usual-source.ts";
import { constantChoices, type ImportDraft } from "./import-draft.ts";
import { dateDoubt, decimalDoubt } from "./reading-doubts.ts";

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
    ...draft.kept,
    ...meaningsOf(draft),
    ...surroundingsOf(draft),
  };
}

/** Values and scales of the fields that there are by now. */
function meaningsOf(draft: ImportDraft): Pick<ImportMapping, "values" | "questions"> {
  const { columns, constants } = draft;
  const isHeld = (field: string) =>
    columns.some((column) => column === field) || Object.hasOwn(constants, field);
  const asked = new Set(columns.filter(isAnswer).map(questionOf));
  const values = Object.entries(draft.values).filter(
    ([field, map]) => isHeld(field) && Object.keys(map ?? {}).length > 0,
  );
  // Where each answer has a row of its own, rows name the questions.
  const isNamed = QUESTION_FIELDS.some((field) => columns.includes(field));
  const isAsked = (question: string) => isNamed || asked.has(question);
  const questions = Object.entries({ ...wordsOnly(draft), ...draft.questions }).filter(
    ([question]) => isAsked(question),
  );
  return {
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
    ...(questions.length > 0 ? { questions: Object.fromEntries(questions) } : {}),
  };
}

/** Questions that the file says are scored, and somebody says are answered in words. */
function wordsOnly({ kind, preview, questions }: ImportDraft): ImportDraft["questions"] {
  const stated = Object.keys(preview.format?.readings[kind]?.questions ?? {});
  return Object.fromEntries(
    stated.filter((question) => !questions[question]).map((question) => [question, {}]),
  );
}

/** Which export it is, where it comes from, and what is made on the way, where that is not as usual. */
function surroundingsOf({
  kind,
  preview,
  file,
  matched,
  ...draft
}: ImportDraft): Partial<ImportMapping> {
  const source = draft.source.trim();
  const isAllMade = CREATABLE_BY[kind].every((each) => draft.createMissing.includes(each));
  return {
    ...(preview.format ? { format: preview.format.name } : {}),
    ...(source && (isNamedAfterFile(kind) || source !== usualSourceName(kind, file.name))
      ? { source }
      : {}),
    ...(isAllMade ? {} : { createMissing: [...draft.createMissing] }),
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
  const date = dateDoubt(
    preview.rows,
    withFallbacks(columns, preview.headers, draft.kept.fallbacks),
  );
  const decimal = decimalDoubt(preview.rows, columns, fileCurrency(draft, currency));
  // What an earlier file was told holds for this one too, also where its first rows leave no doubt.
  const answers: Answers = {
    dateFormat: draft.dateFormat ?? date?.suggested ?? null,
    decimalSeparator: draft.decimalSeparator ?? decimal?.suggested ?? null,
  };
  const isAnswered =
    (!date || answers.dateFormat !== null) && (!decimal || answers.decimalSeparator !== null);
  const isBySelf =
    (!date || draft.dateFormat === null) && (!decimal || draft.decimalSeparator === null);
  return { date, decimal, answers, isAnswered, isBySelf };
}

function mappedColumns({ preview, columns }: ImportDraft): Record<string, ImportField> {
  return Object.fromEntries(
    placedNames(preview.headers).flatMap((header, at) => {
      const field = columns[at];
      return field ? [[header, field]] : [];
    }),
  );
}
