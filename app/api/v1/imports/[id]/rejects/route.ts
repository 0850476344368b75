import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { rejectsCsv } from "#lib/http/rejects-csv.ts";
import { listRejects } from "#lib/imports/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

/** JSON pages, or the whole reject file for `Accept: text/csv`. */
export const GET = operationRoute("list_rejects", async ({ params }, session, request) => {
  const { id = "" } = params;
  if (request.headers.get("accept")?.includes("text/csv")) return rejectsCsv(session, id);
  const page = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, id, pageRequest(request)),
  );
  return Response.json(page);
});
