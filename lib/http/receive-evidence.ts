import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { DomainError } from "#lib/errors/index.ts";
import { MOST_FILE_BYTES } from "#lib/evidence/types.ts";

export type ReceivedFile = {
  fields: Readonly<Record<string, string>>;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
};

const BROKEN = "The upload broke off. Nothing was kept; send it again.";

/**
 * A multipart form with one file of at most 10 MB in its field `file`; the other fields are returned.
 *
 * @throws DomainError `invalid_input` when it is no such form, `too_large`
 */
export async function receiveEvidence(request: Request): Promise<ReceivedFile> {
  const parser = parserFor(request);
  const fields: Record<string, string> = {};
  const pieces: Buffer[] = [];
  let name: string | null = null;
  let isCut = false;
  parser.on("field", (field, value) => {
    fields[field] = value;
  });
  parser.on("file", (_field, stream, { filename }) => {
    name = filename ?? "";
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.on("limit", () => {
      isCut = true;
    });
  });
  await pour(request, parser);
  if (isCut) throw new DomainError("too_large", "The file is larger than 10 MB.");
  if (name === null) throw new DomainError("invalid_input", "Choose a file.");
  return { fields, name, bytes: new Uint8Array(Buffer.concat(pieces)) };
}

function parserFor(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      limits: { fieldSize: 64 * 1024, fields: 20, files: 1, fileSize: MOST_FILE_BYTES },
      defParamCharset: "utf8",
    });
  } catch {
    throw new DomainError("invalid_input", "Send the file as multipart/form-data.");
  }
}

function pour(request: Request, parser: busboy.Busboy): Promise<void> {
  const { body } = request;
  if (!body) throw new DomainError("invalid_input", "The request has no body.");
  return new Promise((resolve, reject) => {
    const broken = () => reject(new DomainError("invalid_input", BROKEN));
    // Both describe the same stream of bytes; the types of the DOM and of Node differ only in name.
    const stream = Readable.fromWeb(body as ReadableStream<Uint8Array>);
    stream.on("error", broken);
    parser.on("error", broken);
    parser.on("close", resolve);
    stream.pipe(parser);
  });
}
