import { z } from "zod";
import { CSV_DELIMITERS, CSV_ENCODINGS, MOST_HEADER_ROW } from "#lib/csv/types.ts";
import { constantFields, mayBeConstant } from "./constants.ts";
import { fieldWords } from "./field-words.ts";
import { isImportField, missingFields } from "./import-fields.ts";
import { CUSTOMER_FIELDS, type ImportField, type ImportKind, ORDER_FIELDS } from "./types.ts";

const HEADER_ROW = `The header row is a whole number from 1 to ${MOST_HEADER_ROW}.`;
/** Excel's own limit */
const SHEET_NAME_LENGTH = 31;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

const CHOICES: Record<ImportKind, string> = {
  customers: [...CUSTOMER_FIELDS, "attributes.<name>"].join(", "),
  orders: ORDER_FIELDS.join(", "),
};

const Field = z.custom<ImportField>(
  (text) =>
    typeof text === "string" && (isImportField("customers", text) || isImportField("orders", text)),
  {
    error: (issue) =>
      `"${String(issue.input)}" is not a field. Use one of: ${CHOICES.customers}, ${CHOICES.orders}.`,
  },
);

/** A cell's length; a constant stands for a cell of every row. */
const CONSTANT_LENGTH = 1000;

/**
 * Says which column of a file holds which field, what no column holds, and how the file, its dates and its amounts are
 * written. No columns: by their headers. What is left out is told from the file.
 */
export const ImportMapping = z.strictObject({
  columns: z.record(z.string(), Field, { error: "Say for each header which field it holds." }),
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
  return ImportMapping.superRefine(({ columns, constants }, context) => {
    const given = constantFields(constants);
    for (const message of columnProblems(kind, Object.values(columns), given))
      context.addIssue({ code: "custom", path: ["columns"], message });
    for (const message of constantProblems(kind, given))
      context.addIssue({ code: "custom", path: ["constants"], message });
  });
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
    ...foreign.map(
      (field) => `"${field}" is not a field of ${kind}. Use one of: ${CHOICES[kind]}.`,
    ),
    ...twice(mapped).map((field) => `Two columns hold ${fieldWords(field)}. Choose one.`),
    ...constants
      .filter((field) => mapped.includes(field))
      .map((field) => `A column and a constant hold ${fieldWords(field)}. Choose one.`),
    ...missing.map((group) => `Say which column holds ${group.map(fieldWords).join(" or ")}.`),
  ];
}

function twice(fields: ImportField[]): ImportField[] {
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))];
}
