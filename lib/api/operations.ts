import { z } from "zod";
import { IMPORT_KINDS, IMPORT_STATUSES } from "#lib/imports/types.ts";
import { DEPARTMENTS } from "./department-operations.ts";
import { EVIDENCE_OPERATIONS } from "./evidence-operations.ts";
import { NEEDS } from "./need-operations.ts";
import { ORDER_LINES } from "./order-line-operations.ts";
import { PERSONAE } from "./persona-operations.ts";
import { RESOURCES, type Resource } from "./resources.ts";
import { SEGMENTS } from "./segment-operations.ts";
import {
  BULK_ANSWER,
  IMPORT,
  IMPORT_FORM,
  KEPT_ROW,
  PAGE_FIELDS,
  pageOf,
  REJECT,
  STARTED_IMPORT,
  WRITTEN,
} from "./shapes.ts";
import { type Operation, RESOURCE_NAMES } from "./types.ts";
import { VALUE_OPERATIONS } from "./value-operations.ts";

const JSON_BODY = "application/json";
const CSV = ["text/csv"] as const;

/** Reading one, reading many, writing one and writing many of a resource. */
function operationsOf(resource: Resource): Operation[] {
  const { name, title, read, write, list, ref } = resource;
  const base = `/api/v1/${name}`;
  const record = { name: title, schema: resource.record };
  const isListedSo = resource.summary === resource.record;
  const summary = isListedSo ? record : { name: `${title}Summary`, schema: resource.summary };
  return [
    {
      ...{ id: `list_${name}`, method: "GET", path: base, tag: name, access: read },
      summary: `List ${name}`,
      ...{ query: list, body: null },
      answers: [{ status: 200, words: `A page of ${name}`, shape: pageOf(summary) }],
    },
    {
      ...{ id: `get_${name}`, method: "GET", path: `${base}/{id}`, tag: name, access: read },
      summary: `Read one of the ${name}, by id or as external:<number>`,
      ...{ query: ref, body: null },
      answers: [{ status: 200, words: title, shape: record }],
    },
    {
      ...{ id: `find_${name}`, method: "GET", path: `${base}/external/{externalId}`, tag: name },
      summary: `Read one of the ${name} by its number`,
      ...{ access: read, query: ref, body: null },
      answers: [{ status: 200, words: title, shape: record }],
    },
    {
      ...{ id: `put_${name}`, method: "PUT", path: `${base}/external/{externalId}`, tag: name },
      summary: `Make one of the ${name}, or change the fields that are given`,
      ...{ access: write, query: null },
      body: { shape: { name: `${title}Put`, schema: resource.put }, media: JSON_BODY },
      answers: [
        { status: 200, words: "It was there", shape: WRITTEN },
        { status: 201, words: "It was made", shape: WRITTEN },
      ],
    },
    {
      ...{ id: `bulk_${name}`, method: "POST", path: `${base}/bulk`, tag: name, access: write },
      summary: `Make or change up to 1,000 ${name}; a refused one does not stop the others`,
      query: null,
      body: { shape: { name: `${title}Bulk`, schema: resource.bulk }, media: JSON_BODY },
      answers: [{ status: 200, words: "What became of each", shape: BULK_ANSWER }],
    },
  ];
}

const PAGE = z.strictObject(PAGE_FIELDS);
const READ_IMPORTS = { scope: "imports:read", permission: "import:read" } as const;
const WRITE_IMPORTS = { scope: "imports:write", permission: "import:write" } as const;
const IMPORTS_BASE = "/api/v1/imports";

const IMPORTS: readonly Operation[] = [
  {
    ...{ id: "list_imports", method: "GET", path: IMPORTS_BASE, tag: "imports" },
    summary: "List imports, the newest first",
    access: READ_IMPORTS,
    query: z.strictObject({
      kind: z.enum(IMPORT_KINDS).optional(),
      status: z.enum(IMPORT_STATUSES).optional(),
      ...PAGE_FIELDS,
    }),
    body: null,
    answers: [{ status: 200, words: "A page of imports", shape: pageOf(IMPORT) }],
  },
  {
    ...{ id: "start_import", method: "POST", path: IMPORTS_BASE, tag: "imports" },
    summary: "Send a file of any kind; a recognised format needs no mapping",
    ...{ access: WRITE_IMPORTS, query: null },
    body: { shape: IMPORT_FORM, media: "multipart/form-data" },
    answers: [{ status: 202, words: "The import waits its turn", shape: STARTED_IMPORT }],
  },
  {
    ...{ id: "get_imports", method: "GET", path: `${IMPORTS_BASE}/{id}`, tag: "imports" },
    summary: "Follow one import",
    ...{ access: READ_IMPORTS, query: null, body: null },
    answers: [{ status: 200, words: "Import", shape: IMPORT }],
  },
  {
    ...{ id: "list_rejects", method: "GET", path: `${IMPORTS_BASE}/{id}/rejects`, tag: "imports" },
    summary: "Why rows were not imported",
    ...{ access: READ_IMPORTS, query: PAGE, body: null },
    answers: [{ status: 200, words: "A page of rejects", shape: pageOf(REJECT), also: CSV }],
  },
  {
    ...{ id: "list_kept_rows", method: "GET", path: `${IMPORTS_BASE}/{id}/kept`, tag: "imports" },
    summary: "Rows that Undo kept, and why",
    ...{ access: READ_IMPORTS, query: PAGE, body: null },
    answers: [{ status: 200, words: "A page of kept rows", shape: pageOf(KEPT_ROW), also: CSV }],
  },
  {
    ...{ id: "commit_import", method: "POST", path: `${IMPORTS_BASE}/{id}/commit`, tag: "imports" },
    summary: "Import for real what a dry run has checked",
    ...{ access: WRITE_IMPORTS, query: null, body: null },
    answers: [{ status: 202, words: "The import waits its turn", shape: STARTED_IMPORT }],
  },
  {
    ...{ id: "undo_import", method: "POST", path: `${IMPORTS_BASE}/{id}/undo`, tag: "imports" },
    summary: "Take an import back; what has changed since is kept",
    ...{ access: WRITE_IMPORTS, query: null, body: null },
    answers: [{ status: 202, words: "It is being taken back", shape: STARTED_IMPORT }],
  },
];

const DOCUMENT: Operation = {
  ...{ id: "get_document", method: "GET", path: "/api/v1/openapi.json", tag: "document" },
  summary: "This document",
  ...{ access: null, query: null, body: null },
  answers: [
    {
      ...{ status: 200, words: "OpenAPI 3.1" },
      shape: { name: "Document", schema: z.looseObject({ openapi: z.literal("3.1.0") }) },
    },
  ],
};

/** Everything that the API does. Routes and the document are both made from it. */
export const OPERATIONS: readonly Operation[] = [
  ...RESOURCE_NAMES.flatMap((name) => operationsOf(RESOURCES[name])),
  ...ORDER_LINES,
  ...DEPARTMENTS,
  ...NEEDS,
  ...IMPORTS,
  ...VALUE_OPERATIONS,
  ...SEGMENTS,
  ...PERSONAE,
  ...EVIDENCE_OPERATIONS,
  DOCUMENT,
];

/** The operation of that id. */
export function operationOf(id: string): Operation {
  const found = OPERATIONS.find((each) => each.id === id);
  if (!found) throw new Error(`The API has no operation "${id}".`);
  return found;
}
