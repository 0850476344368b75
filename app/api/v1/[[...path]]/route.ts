import { DomainError } from "#lib/errors/index.ts";
import { problem } from "#lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** Every address under /api/v1 that is none of the API's. */
function nothingHere(): Response {
  return problem(
    new DomainError(
      "not_found",
      "The API has nothing at this address. See /docs/api for all it has.",
    ),
  );
}

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as OPTIONS,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
