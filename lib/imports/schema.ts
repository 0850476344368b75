import { z } from "zod";
import { fieldWords } from "./field-words.ts";
import { isImportField, missingFields } from "./import-fields.ts";
import { CUSTOMER_FIELDS, type ImportField, type ImportKind, ORDER_FIELDS } from "./types.ts";

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

/** Says which column of a file holds which field, and how dates and amounts are written. No columns: by their headers. */
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
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** The mapping of one kind of import: its fields only, each once, none of the required ones missing. */
export function importMappingFor(kind: ImportKind) {
  return ImportMapping.superRefine(({ columns }, context) => {
    for (const message of columnProblems(kind, Object.entries(columns)))
      context.addIssue({ code: "custom", path: ["columns"], message });
  });
}

function columnProblems(kind: ImportKind, columns: [string, ImportField][]): string[] {
  const fields = columns.map(([, field]) => field);
  const foreign = fields.filter((field) => !isImportField(kind, field));
  const missing = columns.length > 0 ? missingFields(kind, fields) : [];
  return [
    ...foreign.map(
      (field) => `"${field}" is not a field of ${kind}. Use one of: ${CHOICES[kind]}.`,
    ),
    ...twice(fields).map((field) => `Two columns hold ${fieldWords(field)}. Choose one.`),
    ...missing.map((group) => `Say which column holds ${group.map(fieldWords).join(" or ")}.`),
  ];
}

function twice(fields: ImportField[]): ImportField[] {
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))];
}
