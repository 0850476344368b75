import { expect } from "vitest";
import { z } from "zod";
import { type ApiDocument, SchemaReference, standalone } from "./api-document.ts";
import { type ApiCall, callApi } from "./rest-api.ts";

/** What the document says of a method of a path. */
export function operationOf(document: ApiDocument, method: ApiCall["method"], path: string) {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`The document has no ${method} ${path}.`);
  return found;
}

/**
 * Call a route for real and hold its answer, well or ill, against the schema the document gives for its status: types,
 * required and unknown properties, enums, formats and bounds, by zod's reader of JSON Schema.
 */
export async function checkAnswer(document: ApiDocument, call: ApiCall) {
  const { method, path } = call;
  const response = await callApi(call);
  const { responses } = operationOf(document, method, path);
  const answer = responses[String(response.status)] ?? responses["default"];
  const media = response.headers.get("content-type")?.split(";")[0] ?? "";
  const content = answer?.content[media];
  expect(content, `${method} ${path} ${response.status} ${media}`).toBeDefined();
  if (media === "text/csv") return { response, body: await response.text() };
  const body: unknown = await response.json();
  const name = SchemaReference.parse(content?.schema).$ref.replace("#/components/schemas/", "");
  const read = z.fromJSONSchema(standalone(document, name)).safeParse(body);
  expect(read.error?.issues ?? [], `${method} ${path} as ${name}`).toEqual([]);
  expect(response.headers.get("ratelimit-limit"), path).not.toBeNull();
  return { response, body };
}

/** Every method of every path of the document: GET /api/v1/orders. */
export function allOperations(document: ApiDocument): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}
