import { z } from "zod";
import { openApiDocument } from "./open-api.ts";
import { API_TAGS, type ApiTag } from "./types.ts";

/** A parameter, or a field of a body or an answer, as the reference shows it. */
export type ReferenceField = {
  /** "scale.min" lies inside, "items[].id" in each of a list */
  name: string;
  /** "string (date)", "nps or csat", "integer" */
  type: string;
  isRequired: boolean;
  words: string;
};

export type ReferenceOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** null for what everybody may ask */
  scope: string | null;
  parameters: readonly ReferenceField[];
  body: { media: string; fields: readonly ReferenceField[] } | null;
  answers: readonly { status: string; words: string; fields: readonly ReferenceField[] }[];
};

type ReferenceGroup = { tag: ApiTag; operations: readonly ReferenceOperation[] };

/** A JSON Schema, as far as the reference reads it. */
const Schema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    items: Schema.optional(),
    anyOf: z.array(Schema).optional(),
  }),
);
type JsonSchema = {
  type?: string | string[] | undefined;
  format?: string | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  description?: string | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  items?: JsonSchema | undefined;
  anyOf?: JsonSchema[] | undefined;
};

const Content = z.record(
  z.string(),
  z.object({ schema: z.looseObject({ $ref: z.string().optional() }) }),
);
const Operation = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.object({
      name: z.string(),
      required: z.boolean(),
      description: z.string().optional(),
      schema: Schema,
    }),
  ),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content })),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
type Document = z.infer<typeof Document>;

/** The document of the API as its reference page shows it, by what the operations are about. */
export function apiReference(): readonly ReferenceGroup[] {
  const document = Document.parse(openApiDocument());
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({
      tag: each.tags[0],
      operation: toOperation(document, { path, method, each }),
    })),
  );
  return API_TAGS.map((tag) => ({
    tag,
    operations: all.filter((each) => each.tag === tag).map(({ operation }) => operation),
  }));
}

type Found = { path: string; method: string; each: z.infer<typeof Operation> };

function toOperation(document: Document, { path, method, each }: Found): ReferenceOperation {
  const [media, body] = Object.entries(each.requestBody?.content ?? {})[0] ?? [];
  const answers = Object.entries(each.responses).filter(([status]) => status !== "default");
  return {
    ...{ id: each.operationId, method: method.toUpperCase(), path, summary: each.summary },
    scope: each.security[0]?.["apiKey"]?.[0] ?? null,
    parameters: each.parameters.map(({ name, required, description, schema }) => ({
      ...{ name, type: typeOf(schema), isRequired: required, words: description ?? "" },
    })),
    body: body && media ? { media, fields: fieldsAt(document, body.schema.$ref) } : null,
    answers: answers.map(([status, { description, content }]) => ({
      ...{ status, words: description },
      fields: fieldsAt(document, content["application/json"]?.schema.$ref),
    })),
  };
}

function fieldsAt({ components }: Document, ref: string | undefined): ReferenceField[] {
  const schema = components.schemas[ref?.split("/").at(-1) ?? ""];
  return schema ? fieldsOf(schema, "") : [];
}

function fieldsOf(schema: JsonSchema, prefix: string): ReferenceField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = `${prefix}${key}`;
    const own = {
      ...{ name, type: typeOf(property), isRequired: schema.required?.includes(key) ?? false },
      words: property.description ?? realOnes(property)[0]?.description ?? "",
    };
    return [own, ...fieldsWithin(property, name)];
  });
}

function fieldsWithin(schema: JsonSchema, name: string): ReferenceField[] {
  const [only] = realOnes(schema);
  if (only?.items) return fieldsWithin(only.items, `${name}[]`);
  return only?.properties ? fieldsOf(only, `${name}.`) : [];
}

/** What a schema may be beside null. */
function realOnes(schema: JsonSchema): JsonSchema[] {
  return (schema.anyOf ?? [schema]).filter(({ type }) => type !== "null");
}

function typeOf(schema: JsonSchema): string {
  const isNullable =
    schema.type?.includes("null") || schema.anyOf?.some(({ type }) => type === "null");
  const words = realOnes(schema).map(plainType).join(" or ");
  return isNullable ? `${words} or null` : words;
}

function plainType({ type = "any", format, enum: words, const: only, items }: JsonSchema): string {
  if (words) return words.filter((word) => word !== null).join(" | ");
  if (only !== undefined) return String(only);
  if (items) return `list of ${typeOf(items)}`;
  const name = [type].flat().filter((each) => each !== "null");
  return format ? `${name.join(" or ")} (${format})` : name.join(" or ");
}
