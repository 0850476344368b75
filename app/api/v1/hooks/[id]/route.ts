import { countUse } from "#lib/auth/rate-limit.ts";
import { DomainError } from "#lib/errors/index.ts";
import { answer } from "#lib/http/answer.ts";
import { requestAddress } from "#lib/http/request-address.ts";
import { requestBytes } from "#lib/http/request-bytes.ts";
import { receiveMessage } from "#lib/webhooks/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

const MOST_BYTES = 1024 * 1024;

type Context = { params: Promise<Record<string, string>> };

/** POST /api/v1/hooks/{id}: a message by Standard Webhooks; the signature is the only key there is. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    await countUse("incoming_hook_address", requestAddress(request));
    const header = (name: string) => request.headers.get(name) ?? "";
    const body = await bodyOf(request);
    const received = await receiveMessage({
      hookId: (await params)["id"] ?? "",
      messageId: header("webhook-id"),
      timestamp: header("webhook-timestamp"),
      signatures: header("webhook-signature"),
      body,
    });
    return Response.json(received, { headers: { "cache-control": "no-store" } });
  });
}

async function bodyOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of requestBytes(request)) {
    length += piece.length;
    if (length > MOST_BYTES) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function tooLarge(): DomainError {
  return new DomainError("too_large", "A message holds at most 1 MB.");
}
