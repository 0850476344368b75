import { openApiDocument } from "#lib/api/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

/** GET /api/v1/openapi.json: the document of the API, for everybody. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
