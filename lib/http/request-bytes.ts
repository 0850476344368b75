import "server-only";
import { DomainError } from "#lib/errors/index.ts";

/** The body of a request as it arrives. @throws DomainError `invalid_input` when it breaks off or there is none */
export async function* requestBytes(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) throw new DomainError("invalid_input", "The request has no body.");
  for (;;) {
    const next = await reader.read().catch(() => {
      throw new DomainError("invalid_input", "The upload broke off. Send it again.");
    });
    if (next.done) return;
    yield next.value;
  }
}
