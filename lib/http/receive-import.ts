import "server-only";
import { once } from "node:events";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import type { Session } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import {
  importUpload,
  removeUpload,
  type StartedImport,
  type StoredUpload,
  storeUpload,
} from "#lib/imports/index.ts";
import { idempotencyKey } from "./idempotency-key.ts";

const FIELD_BYTES = 64 * 1024;
/** No field of a form can be called so. */
const SECOND_FILE = "\0second file";
const FIELDS: ReadonlySet<string> = new Set(["kind", "mapping", "dryRun"]);

type Origin = "browser" | "api";

/** "1" or "yes" must not import for real what was only to be checked. */
async function checkForm(
  session: Session,
  fields: ReadonlyMap<string, string>,
  upload: StoredUpload,
  origin: Origin,
): Promise<void> {
  const problem = problemOf(fields) ?? (origin === "api" ? unknownIn(fields) : null);
  if (!problem) return;
  await removeUpload(session, upload.id);
  throw new DomainError("invalid_input", problem);
}

function problemOf(fields: ReadonlyMap<string, string>): string | null {
  if (fields.has(SECOND_FILE)) return "Send one file at a time.";
  if (!["true", "false"].includes(fields.get("dryRun") ?? "false"))
    return "dryRun must be true or false.";
  return null;
}

/** A field that is misspelt must not be as if it were not said. */
function unknownIn(fields: ReadonlyMap<string, string>): string | null {
  const unknown = [...fields.keys()].filter((name) => !FIELDS.has(name));
  if (unknown.length === 0) return null;
  const names = unknown.map((name) => `"${name.slice(0, 100)}"`).join(", ");
  return `The form has no field called ${names}: send file, kind, mapping and dryRun.`;
}

type ReceivedUpload = { fields: ReadonlyMap<string, string>; upload: StoredUpload };

/**
 * Take an import as a multipart form: `file`, `kind`, optional `mapping` and `dryRun`, in any order.
 *
 * @throws DomainError `invalid_input` when the form or what it asks for is wrong; nothing is kept then
 */
export async function receiveImport(
  request: Request,
  session: Session,
  origin: Origin,
): Promise<StartedImport> {
  const requestKey = idempotencyKey(request);
  const { fields, upload } = await receiveUpload(request, session);
  await checkForm(session, fields, upload, origin);
  const asked = {
    kind: fields.get("kind") ?? "",
    mapping: fields.get("mapping"),
    isDryRun: fields.get("dryRun") === "true",
    origin,
    requestKey,
  };
  return importUpload(session, asked, upload);
}

/**
 * Read a multipart form as a stream: its field `file` goes straight into the database, the other fields, before or
 * after it, are returned.
 *
 * @throws DomainError `invalid_input` when it is no multipart form or holds no file
 */
async function receiveUpload(request: Request, session: Session): Promise<ReceivedUpload> {
  const parser = parserFor(request);
  const fields = new Map<string, string>();
  let storing: Promise<StoredUpload> | null = null;
  // Told by pour(); a parser may fail once more while it is being closed.
  parser.on("error", () => undefined);
  parser.on("field", (name, value) => fields.set(name, value));
  parser.on("file", (name, stream, { filename }) => {
    if (name !== "file" || storing !== null) {
      fields.set(SECOND_FILE, name);
      stream.resume();
      return;
    }
    // A form may break off before anybody reads the file; the reader is told by the stream itself.
    stream.on("error", () => undefined);
    storing = storeUpload(session, filename ?? "", fromCaller(stream));
    // Nobody reads the stream any more: without this the form would wait for a reader for ever.
    storing.catch((error: Error) => parser.destroy(error));
  });
  const poured = pour(request, parser);
  await poured.catch(() => undefined);
  // What went wrong with storing is the cause, and the broken form only its effect.
  const upload = await (storing as Promise<StoredUpload> | null);
  await poured;
  if (!upload)
    throw new DomainError("invalid_input", "Send the file in a form field called `file`.");
  return { fields, upload };
}

function parserFor(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      limits: { fieldSize: FIELD_BYTES, fields: 20, files: 2 },
      defParamCharset: "utf8",
    });
  } catch {
    throw new DomainError("invalid_input", "Send the file as multipart/form-data.");
  }
}

const BROKEN_OFF = new DomainError(
  "invalid_input",
  "The upload broke off. Nothing was imported; send it again.",
);

/** The file as the caller sends it; a broken line is the caller's, not ours. */
async function* fromCaller(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await iterator.next().catch(() => {
      throw BROKEN_OFF;
    });
    if (next.done) return;
    yield next.value;
  }
}

async function pour(request: Request, parser: busboy.Busboy): Promise<void> {
  if (!request.body) throw new DomainError("invalid_input", "The request has no body.");
  // Both describe the same stream of bytes; the types of the DOM and of Node differ only in name.
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  const closed = once(parser, "close");
  body.on("error", (error) => parser.destroy(error));
  body.pipe(parser);
  try {
    await closed;
  } catch {
    body.destroy();
    throw BROKEN_OFF;
  }
}
