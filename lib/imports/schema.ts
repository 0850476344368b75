import { z } from "zod";
import { CSV_DELIMITERS, CSV_ENCODINGS, MOST_HEADER_ROW } from "#lib/csv/types.ts";
import { tidyName } from "#lib/format/name-key.ts";
import { isTimeZone } from "#lib/format/place-names.ts";
import { METRICS } from "#lib/signals/types.ts";
import { constantFields, mayBeConstant } from "./constants.ts";
import { CREATABLE } from "./creatable.ts";
import { fieldWords } from "./field-words.ts";
import { FORMAT_NAMES } from "./formats/format-names.ts";
import { FIELDS_OF, isImportField, missingFields } from "./import-fields.ts";
import type { ImportField, ImportKind } from "./types.ts";

const HEADER_ROW = `The header row is a whole number from 1 to ${MOST_HEADER_ROW}.`;
/** Excel's own limit */
const SHEET_NAME_LENGTH = 31;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Which fields there are depends on the kind: `importMappingFor` says so. */
const Field = z.custom<ImportField>((text) => typeof text === "string");

/** The fields of a kind, as a person may write them into a mapping. */
function choicesOf(kind: ImportKind): string {
  const more: Partial<Record<ImportKind, string>> = {
    customers: ", attributes.<name>",
    signals: ", answers.<question>",
  };
  return `${FIELDS_OF[kind].join(", ")}${more[kind] ?? ""}`;
}

const Question = z
  .strictObject({
    metric: z.enum(METRICS).optional(),
    scaleMin: z.number().optional(),
    scaleMax: z.number().optional(),
    higherIsBetter: z.boolean().optional(),
  })
  .refine(({ scaleMin, scaleMax }) => (scaleMin ?? 0) < (scaleMax ?? Number.POSITIVE_INFINITY), {
    error: "The highest value of a scale is above its lowest.",
  });

/** A cell's length; a constant stands for a cell of every row. */
const CONSTANT_LENGTH = 1000;

/**
 * Says which column of a file holds which field, what no column holds, and how the file, its dates and its amounts are
 * written. No columns: those of the export that it is, or by their headers. What is left out is told from the file.
 */
export const ImportMapping = z.strictObject({
  columns: z
    .record(z.string(), Field, { error: "Say for each header which field it holds." })
    .default({}),
  dateFormat: z
    .enum(["ymd", "dmy", "mdy"], { error: "The date format is ymd, dmy or mdy." })
    .optional(),
  decimalSeparator: z
    .enum([".", ","], { error: "The decimal separator is a point or a comma." })
    .optional(),
  currency: z
    .string()
    .refine((code) => CURRENCIES.has(code), {
      error: "The currency is a three-letter ISO code, such as EUR.",
    })
    .optional(),
  /** One value for all rows, for a field that no column holds */
  constants: z
    .partialRecord(Field, z.string().trim().min(1).max(CONSTANT_LENGTH), {
      error: "Say for each constant its field and its value.",
    })
    .optional(),
  encoding: z
    .enum(CSV_ENCODINGS, { error: `The encoding is one of ${CSV_ENCODINGS.join(", ")}.` })
    .optional(),
  delimiter: z
    .enum(CSV_DELIMITERS, { error: "The delimiter is a comma, a semicolon, a tab or a bar." })
    .optional(),
  /** The columns that say a field in rows where its own column is empty, in this order */
  fallbacks: z
    .partialRecord(Field, z.array(z.string()), {
      error: "Say for each field which columns stand in for its own.",
    })
    .optional(),
  /** What texts of a field's cells stand for, as in { "score": { "Very satisfied": "5" } } */
  values: z
    .partialRecord(Field, z.record(z.string(), z.string().max(CONSTANT_LENGTH)), {
      error: "Say for each field which text stands for what.",
    })
    .optional(),
  /** The scale of each question that has one; one without metric and scale is answered in words, whatever they look like */
  questions: z
    .record(z.string(), Question, { error: "Say for each question its metric or its scale." })
    .optional(),
  /** The scale of each metric whose scores do not say theirs */
  scales: z
    .partialRecord(z.enum(METRICS), z.strictObject({ min: z.number(), max: z.number() }))
    .optional(),
  /** The export of another program that it is: its headers and label rows are read as that */
  format: z.enum(FORMAT_NAMES, { error: "No export of this name is known." }).optional(),
  /** Where times without an offset were written; the workspace's when left out */
  timeZone: z
    .string()
    .refine(isTimeZone, { error: "The time zone is an IANA name, such as Europe/Vienna." })
    .optional(),
  /** What the file names and nobody knows yet, and is made on the way; all of it when left out */
  createMissing: z
    .array(z.enum(CREATABLE, { error: `createMissing holds words of: ${CREATABLE.join(", ")}.` }))
    .optional(),
  /** Of orders: the start of numbers that take an order back, as the C of "C536379" */
  cancellationPrefix: z.string().trim().min(1).max(10).optional(),
  /** The source its rows belong to, by name; made when it is new */
  source: z.string().overwrite(tidyName).min(1).max(120).optional(),
  /** The line, or the row of a sheet, that holds the headers */
  headerRow: z
    .int({ error: HEADER_ROW })
    .min(1, { error: HEADER_ROW })
    .max(MOST_HEADER_ROW, { error: HEADER_ROW })
    .optional(),
  /** Of a workbook; its first sheet when left out */
  sheet: z.string().min(1).max(SHEET_NAME_LENGTH).optional(),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** The mapping of one kind of import: its fields only, each once, none of the required ones missing. */
export function importMappingFor(kind: ImportKind) {
  return ImportMapping.superRefine(({ columns, constants, values }, context) => {
    const given = constantFields(constants);
    for (const message of columnProblems(kind, Object.values(columns), given))
      context.addIssue({ code: "custom", path: ["columns"], message });
    for (const message of valueProblems(kind, values))
      context.addIssue({ code: "custom", path: ["values"], message });
    for (const message of constantProblems(kind, given))
      context.addIssue({ code: "custom", path: ["constants"], message });
  });
}

function valueProblems(kind: ImportKind, values: ImportMapping["values"]): string[] {
  return Object.keys(values ?? {})
    .filter((field) => !isImportField(kind, field))
    .map((field) => notAField(kind, field));
}

function notAField(kind: ImportKind, field: string): string {
  return `"${field}" is not a field of ${kind}. Use one of: ${choicesOf(kind)}.`;
}

function constantProblems(kind: ImportKind, fields: ImportField[]): string[] {
  return fields
    .filter((field) => !isImportField(kind, field) || !mayBeConstant(field))
    .map((field) => `${capital(fieldWords(field))} cannot be the same in every row.`);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function columnProblems(
  kind: ImportKind,
  mapped: ImportField[],
  constants: ImportField[],
): string[] {
  const fields = [...mapped, ...constants];
  const foreign = mapped.filter((field) => !isImportField(kind, field));
  const missing = mapped.length > 0 ? missingFields(kind, fields) : [];
  return [
    ...foreign.map((field) => notAField(kind, field)),
    ...twice(mapped).map((field) => `Two columns hold ${fieldWords(field)}. Choose one.`),
    ...constants
      .filter((field) => mapped.includes(field))
      .map((field) => `A column and a constant hold ${fieldWords(field)}. Choose one.`),
    ...missing.map((group) => `Say which column holds ${group.map(fieldWords).join(" or ")}.`),
  ];
}

function twice(fields: ImportField[]): ImportField[] {
  const seen = new Set<ImportField>();
  return [...new Set(fields.filter((field) => seen.size === seen.add(field).size))];
}
