import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { operationOf, type RequestKey } from "#lib/api/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import { jsonPointer } from "#lib/format/json-pointer.ts";
import { plainIssue } from "#lib/format/plain-issue.ts";
import { apiRoute } from "./api-route.ts";
import { idempotencyKey } from "./idempotency-key.ts";
import { requestBytes } from "./request-bytes.ts";

/** What a request says, checked by the schemas that the document shows. */
export type AskedFor = {
  query: Readonly<Record<string, unknown>>;
  params: Readonly<Record<string, string>>;
  /** The body as it came; "" for a request without one */
  text: string;
  /** The caller's Idempotency-Key with the hash of the request; null without one */
  key: RequestKey | null;
};

type Work = (asked: AskedFor, session: Session, request: Request) => Promise<Response>;

/** The largest body of JSON, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The route of an operation of the API, by its id: asks for its permission and checks its query. */
export function operationRoute(id: string, work: Work) {
  const { access, query, body, method } = operationOf(id);
  if (!access) throw new Error(`"${id}" is for everybody: it is no route of a key.`);
  return apiRoute(access.permission, async (request, session, params) => {
    const text = body?.media === "application/json" ? await textOf(request) : "";
    const asked = {
      query: readQuery(query ?? NOTHING, request),
      params,
      text,
      key: method === "GET" ? null : keyOf(request, text),
    };
    return work(asked, session, request);
  });
}

const NOTHING = z.strictObject({});

function readQuery(schema: z.ZodObject, request: Request): Record<string, unknown> {
  const said = new URL(request.url).searchParams;
  refuseAgain(said);
  const parsed = schema.safeParse(Object.fromEntries(said), { error: plainIssue });
  if (parsed.success) return parsed.data;
  const fields = fieldsOf(parsed.error);
  throw new DomainError("invalid_input", "The address asks for what cannot be.", { fields });
}

/** Every parameter has one value: of two, one would not count. */
function refuseAgain(said: URLSearchParams): void {
  const again = [...new Set(said.keys())].filter((name) => said.getAll(name).length > 1);
  if (again.length === 0) return;
  const fields = Object.fromEntries(again.map((name) => [jsonPointer([name]), [SAID_AGAIN]]));
  const names = again.join(", ").slice(0, 200);
  throw new DomainError("invalid_input", `Said more than once in the address: ${names}.`, {
    fields,
  });
}

const SAID_AGAIN = "Say it once.";

/** The body by a schema. @throws DomainError `invalid_input` with the bad fields by their JSON Pointers */
export function readBody<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  const parsed = schema.safeParse(jsonIn(text), { error: plainIssue });
  if (parsed.success) return parsed.data;
  const fields = fieldsOf(parsed.error);
  throw new DomainError("invalid_input", "The body says what cannot be.", { fields });
}

function fieldsOf({ issues }: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of issues) {
    const pointer = jsonPointer(path);
    fields[pointer] = [...(fields[pointer] ?? []), message];
  }
  return fields;
}

function jsonIn(text: string): unknown {
  let hasHalf = false;
  try {
    const body = JSON.parse(text, SURROGATE.test(text) ? note : undefined);
    if (!hasHalf) return body;
  } catch {
    throw new DomainError("invalid_input", "The body is not JSON.");
  }
  throw new DomainError("invalid_input", "The body holds half a character (a lone surrogate).");
  function note(key: string, value: unknown): unknown {
    hasHalf ||= HALF.test(key) || (typeof value === "string" && HALF.test(value));
    return value;
  }
}

const HALF = /\p{Surrogate}/u;
/** Only what is written so can be half a character: the bytes of UTF-8 cannot. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

async function textOf(request: Request): Promise<string> {
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity")
    throw new DomainError(
      "invalid_input",
      "A packed body is not read: send it without Content-Encoding.",
    );
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of requestBytes(request)) {
    size += piece.byteLength;
    if (size > MOST_BYTES)
      throw new DomainError("too_large", "The body is larger than 8 MB. Send fewer items.");
    pieces.push(piece);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new DomainError("invalid_input", "The body is not UTF-8.");
  }
}

function keyOf(request: Request, text: string): RequestKey | null {
  const key = idempotencyKey(request);
  if (key === null) return null;
  const { pathname, searchParams } = new URL(request.url);
  // What is asked for is the same in whatever order it is said.
  searchParams.sort();
  const path = searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
  const asked = [request.method, path, text].join("\n");
  return { key, sha256: createHash("sha256").update(asked).digest("hex") };
}
