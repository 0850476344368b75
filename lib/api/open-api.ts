import { z } from "zod";
import { OPERATIONS } from "./operations.ts";
import { PROBLEM } from "./shapes.ts";
import type { AnswerShape, Operation, Shape } from "./types.ts";
import { WEBHOOK_MESSAGES, type WebhookMessage } from "./webhook-messages.ts";

type Json = Readonly<Record<string, unknown>>;

/** The version of the API, not of the program. */
const API_VERSION = "1.0.0";

/** The document of the API: OpenAPI 3.1, from the schemas that its routes use. */
export function openApiDocument(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Throughline",
      version: API_VERSION,
      description:
        "Customers and what they said, did and were charged. Lists come in pages; writes are by the numbers of the systems that data comes from, and may be sent again without harm. value:read tells what each customer is worth to the cent, where people without the right to keep value see bands. Personal data is read with customers:read only; a write makes a customer that nobody knows only with customers:write, and a department with departments:write.",
    },
    servers: [{ url: "/" }],
    security: [{ apiKey: [] }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: pathsOf(OPERATIONS),
    webhooks: Object.fromEntries(WEBHOOK_MESSAGES.map((each) => [each.event, sent(each)])),
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key of the workspace" },
      },
      schemas: schemasOf(OPERATIONS),
      headers: HEADERS,
    },
  };
}

/** A number as it is answered in a header. */
function numberHeader(description: string): Json {
  return { description, schema: { type: "integer" } };
}

const HEADERS: Json = {
  "RateLimit-Limit": numberHeader("Requests a minute for this key"),
  "RateLimit-Remaining": numberHeader("Requests left in this minute"),
  "RateLimit-Reset": numberHeader("Seconds until the next minute begins"),
};

function pathsOf(operations: readonly Operation[]): Json {
  const paths = new Map<string, Record<string, Json>>();
  for (const operation of operations) {
    const item = paths.get(operation.path) ?? {};
    item[operation.method.toLowerCase()] = described(operation);
    paths.set(operation.path, item);
  }
  return Object.fromEntries(paths);
}

function described(operation: Operation): Json {
  const { id, tag, summary, access, body, answers } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(access
      ? { description: `Scope \`${access.scope}\`.`, security: [{ apiKey: [access.scope] }] }
      : { security: [] }),
    parameters: parametersOf(operation),
    ...(body
      ? { requestBody: { required: true, content: { [body.media]: { schema: ref(body.shape) } } } }
      : {}),
    responses: {
      ...Object.fromEntries(answers.map((answer) => [String(answer.status), answered(answer)])),
      default: {
        description: "What went wrong",
        content: { "application/problem+json": { schema: ref(PROBLEM) } },
      },
    },
  };
}

/** A message as the receiver takes it; signed by Standard Webhooks. */
function sent({ event, words, shape }: WebhookMessage): Json {
  const header = (name: string, description: string) => ({
    ...{ name, in: "header", required: true, description, schema: { type: "string" } },
  });
  return {
    post: {
      operationId: `receive_${event.replace(".", "_")}`,
      summary: words,
      parameters: [
        header("webhook-id", "The same for every try of a message"),
        header("webhook-timestamp", "When it was sent, in seconds since 1970"),
        header("webhook-signature", SIGNATURE),
      ],
      requestBody: { required: true, content: { "application/json": { schema: ref(shape) } } },
      responses: {
        "2XX": { description: "Taken. Any other answer is tried again for 24 hours" },
        "410": { description: "Gone: nothing more is sent to this address" },
      },
    },
  };
}

const SIGNATURE =
  "One or more of `v1,` and base64 of HMAC-SHA256 over `webhook-id.webhook-timestamp.body`, by the secret behind `whsec_`, with spaces between";

function answered({ words, shape, also = [] }: AnswerShape): Json {
  const limits = Object.keys(HEADERS).map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]);
  return {
    description: words,
    headers: Object.fromEntries(limits),
    content: {
      "application/json": { schema: ref(shape) },
      ...Object.fromEntries(also.map((media) => [media, { schema: { type: "string" } }])),
    },
  };
}

function ref({ name }: Shape): Json {
  return { $ref: `#/components/schemas/${name}` };
}

const IDEMPOTENCY: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key within 24 hours has one effect and one answer",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

function parametersOf({ path, query, method }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
  }));
  return [...inPath, ...queryParameters(query), ...(method === "GET" ? [] : [IDEMPOTENCY])];
}

function queryParameters(query: z.ZodObject | null): Json[] {
  if (!query) return [];
  const { properties = {} } = jsonSchema(query, "input");
  return Object.entries(properties).map(([name, property]) => {
    const schema = typeof property === "boolean" ? {} : property;
    const { description, ...rest } = schema;
    return { name, in: "query", required: false, description, schema: rest };
  });
}

function schemasOf(operations: readonly Operation[]): Json {
  const sent = operations.flatMap(({ body }) => (body ? [body.shape] : []));
  const answers = operations.flatMap((each) => each.answers.map(({ shape }) => shape));
  return Object.fromEntries([
    ...sent.flatMap(({ name, schema }) => component(name, jsonSchema(schema, "input"))),
    ...[...answers, ...WEBHOOK_MESSAGES.map(({ shape }) => shape), PROBLEM].flatMap(
      ({ name, schema }) => component(name, jsonSchema(schema, "output")),
    ),
  ]);
}

/** A schema that holds itself, as a rule does, is a component of its own: others refer to it by its id. */
function component(name: string, { $defs = {}, ...schema }: ReturnType<typeof jsonSchema>) {
  const own: [string, unknown] = [name, withReferences(schema)];
  const inner = Object.entries($defs).map(([id, each]): [string, unknown] => [
    id,
    withReferences(each),
  ]);
  return [own, ...inner];
}

function withReferences(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, reused: "inline" });
  return rest;
}
