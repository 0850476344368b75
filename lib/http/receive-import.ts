import "server-only";
import { once } from "node:events";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import type { Session } from "#lib/auth/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import {
  importUpload,
  type StartedImport,
  type StoredUpload,
  storeUpload,
} from "#lib/imports/index.ts";

const FIELD_BYTES = 64 * 1024;
const KEY_LENGTH = 200;

type ReceivedUpload = { fields: ReadonlyMap<string, string>; upload: StoredUpload };

/**
 * Take an import as a multipart form: `file`, `kind`, optional `mapping` and `dryRun`, in any order.
 *
 * @throws DomainError `invalid_input` when the form or what it asks for is wrong; nothing is kept then
 */
export async function receiveImport(
  request: Request,
  session: Session,
  origin: "browser" | "api",
): Promise<StartedImport> {
  const { fields, upload } = await receiveUpload(request, session);
  const asked = {
    kind: fields.get("kind") ?? "",
    mapping: fields.get("mapping"),
    isDryRun: fields.get("dryRun") === "true",
    origin,
    requestKey: request.headers.get("idempotency-key")?.slice(0, KEY_LENGTH) ?? null,
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
  parser.on("field", (name, value) => fields.set(name, value));
  parser.on("file", (name, stream, { filename }) => {
    if (name !== "file" || storing !== null) {
      stream.resume();
      return;
    }
    storing = storeUpload(session, filename ?? "", stream);
    // Seen below; without this a broken connection is an unhandled rejection in between.
    storing.catch(() => undefined);
  });
  await pour(request, parser);
  const upload = await (storing as Promise<StoredUpload> | null);
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

async function pour(request: Request, parser: busboy.Busboy): Promise<void> {
  if (!request.body) throw new DomainError("invalid_input", "The request has no body.");
  // Both describe the same stream of bytes; the types of the DOM and of Node differ only in name.
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  const closed = once(parser, "close");
  closed.catch(() => undefined);
  body.on("error", (error) => parser.destroy(error));
  body.pipe(parser);
  try {
    await closed;
  } catch {
    throw new DomainError(
      "invalid_input",
      "The upload broke off. Nothing was imported; send it again.",
    );
  }
}
