import { DomainError } from "#lib/errors/index.ts";

const LONGEST_KEY = 200;

/** The Idempotency-Key of a request; null without one. @throws DomainError `invalid_input` for one that is empty or too long */
export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (key.length < 1 || key.length > LONGEST_KEY)
    throw new DomainError("invalid_input", "An Idempotency-Key has 1 to 200 characters.");
  return key;
}
