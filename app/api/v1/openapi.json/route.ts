import { openApiDocument } from "#lib/api/index.ts";

export const dynamic = "force-dynamic";

/** GET /api/v1/openapi.json: the document of the API, for everybody. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
