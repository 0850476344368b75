import { z } from "zod";
import { tidyName } from "#lib/format/name-key.ts";
import { CREATABLE } from "#lib/imports/index.ts";
import { IMPORT_KINDS, IMPORT_STATUSES } from "#lib/imports/types.ts";
import type { Shape } from "./types.ts";

export const MOST_ITEMS = 1_000;
const LIMIT = "limit must be a whole number from 1 to 200.";

/** `?limit&after` of every list. */
export const PAGE_FIELDS = {
  limit: z.coerce.number(LIMIT).int(LIMIT).min(1, LIMIT).max(200, LIMIT).default(50),
  after: z.string().min(1).max(1_000).optional().meta({ description: "`next` of the page before" }),
};

const TURNED = "This lies behind where the span ends.";

/** A span whose beginning lies behind its end would be an empty list that reads as if there were nothing. */
export function endsAfterItBegins(since: string, until: string): Refinement {
  const isInOrder = (asked: Readonly<Record<string, unknown>>) => {
    const [from, to] = [asked[since], asked[until]];
    return typeof from !== "string" || typeof to !== "string" || Date.parse(from) <= Date.parse(to);
  };
  return [isInOrder, { path: [since], error: TURNED }];
}

type Refinement = [
  (asked: Readonly<Record<string, unknown>>) => boolean,
  { path: string[]; error: string },
];

/** `?search` of a list that can be looked through by words. */
export const SEARCH_FIELD = z.string().max(200, "Use at most 200 characters.").optional();

/** What a request to write says beside its items. */
export const WRITE_FIELDS = {
  createMissing: z.array(z.enum(CREATABLE)).optional().meta({
    description: "What is named and not known yet, and made on the way; all when left out",
  }),
};
export const SOURCE_FIELD = {
  source: z
    .string()
    .overwrite(tidyName)
    .min(1)
    .max(120)
    .regex(/^[^\0]*$/)
    .default("API")
    .meta({ description: "The source whose numbers they are; made when it is new" }),
};

/** The same of a request that is checked already: what a resource does not have is left out. */
export const WriteSettings = z.object({ ...WRITE_FIELDS, ...SOURCE_FIELD });

/** A page of a list. */
export function pageOf({ name, schema }: Shape): Shape {
  const page = z.object({
    items: z.array(schema),
    next: z.string().nullable().meta({
      description:
        "`after` of the next page, asked for with the same filters; null at the end. Until then a page may hold fewer than `limit`, even none, where very many had to be looked through",
    }),
  });
  return { name: `${name}Page`, schema: page };
}

const PointedError = z.object({
  pointer: z.string().meta({ description: "A JSON Pointer into the request, as a fragment" }),
  detail: z.string(),
});

/** RFC 9457. */
export const PROBLEM: Shape = {
  name: "Problem",
  schema: z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    fields: z.record(z.string(), z.array(z.string())).optional(),
    errors: z.array(PointedError).optional(),
  }),
};

export const WRITTEN: Shape = {
  name: "Written",
  schema: z.object({
    id: z.uuid(),
    externalId: z.string(),
    outcome: z.enum(["created", "updated", "unchanged"]),
  }),
};

const COUNT = z.int().min(0);

export const BULK_ANSWER: Shape = {
  name: "BulkResults",
  schema: z.object({
    counts: z.object({ created: COUNT, updated: COUNT, unchanged: COUNT, refused: COUNT }),
    results: z.array(
      z.object({
        index: COUNT.meta({ description: "Its place among the items, from 0" }),
        externalId: z.string().nullable(),
        outcome: z.enum(["created", "updated", "unchanged", "refused"]),
        id: z.uuid().nullable().meta({ description: "null for a refused one" }),
        errors: z.array(PointedError),
      }),
    ),
  }),
};

const PERCENT = z.number().min(0).max(100);
const AT = z.iso.datetime().nullable();

export const IMPORT: Shape = {
  name: "Import",
  schema: z.object({
    id: z.uuid(),
    kind: z.enum(IMPORT_KINDS),
    status: z.enum(IMPORT_STATUSES),
    isDryRun: z.boolean(),
    fileName: z.string(),
    origin: z.enum(["browser", "api", "command_line", "source"]),
    createdByName: z.string().nullable(),
    progress: z.object({ rows: COUNT, bytes: COUNT, percent: PERCENT }),
    counts: z.object({ created: COUNT, updated: COUNT, unchanged: COUNT, rejected: COUNT }),
    customersCreated: COUNT,
    unmatchedReturns: COUNT,
    failure: z.string().nullable(),
    waitsFor: z.string().nullable(),
    undoableUntil: AT,
    undo: z
      .object({
        removed: COUNT,
        restored: COUNT,
        kept: COUNT,
        percent: PERCENT,
        failure: z.string().nullable(),
        undoneAt: AT,
      })
      .nullable(),
    createdAt: z.iso.datetime(),
    startedAt: AT,
    finishedAt: AT,
  }),
};

export const STARTED_IMPORT: Shape = {
  name: "StartedImport",
  schema: z.object({ id: z.uuid(), status: z.enum(IMPORT_STATUSES) }),
};

export const REJECT: Shape = {
  name: "Reject",
  schema: z.object({
    line: z.int(),
    column: z.string(),
    value: z.string(),
    reason: z.string(),
  }),
};

export const KEPT_ROW: Shape = {
  name: "KeptRow",
  schema: z.object({
    line: z.int(),
    kind: z.string(),
    number: z.string(),
    reason: z.string(),
  }),
};

const MAPPING_WORDS = [
  "JSON; not needed for recognised formats and known headers.",
  "`columns` says for each header which field it holds; a mapping with columns stands for itself.",
  "Without them a recognised format keeps its own columns and rules, and what else is given is laid over them:",
  "`dateFormat` (ymd, dmy, mdy), `decimalSeparator`, `timeZone`, `currency`, `source`, `createMissing`, `encoding`, `delimiter`, `constants`, `values`, as in",
  '`{ "dateFormat": "dmy" }`. A file of no recognised format is then read by its headers, and refused where they do not say enough.',
  "`questions` says for each question of a survey on which scale it is answered, also where rows name their question in a column:",
  '`{ "How easy was it?": { "metric": "ces", "scaleMin": 1, "scaleMax": 7, "higherIsBetter": true } }`.',
  "Scores of a question whose scale nobody says are rejected with the reason.",
].join(" ");

/** Multipart; `mapping` is JSON in a text. */
export const IMPORT_FORM: Shape = {
  name: "ImportForm",
  schema: z.object({
    file: z.string().meta({ format: "binary", description: "CSV or TSV, also gzipped, or XLSX" }),
    kind: z.enum(IMPORT_KINDS),
    mapping: z.string().optional().meta({ description: MAPPING_WORDS }),
    dryRun: z.enum(["true", "false"]).optional(),
  }),
};
