import { withTenant } from "#lib/db/with-tenant.ts";
import { keptRowsCsv } from "#lib/http/kept-rows-csv.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { listKeptRows } from "#lib/imports/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

/** Rows that Undo kept: JSON pages, or all of them as a file for `Accept: text/csv`. */
export const GET = operationRoute("list_kept_rows", async ({ params }, session, request) => {
  const { id = "" } = params;
  if (request.headers.get("accept")?.includes("text/csv")) return keptRowsCsv(session, id);
  const page = await withTenant(session, "import:read", (tx) =>
    listKeptRows(tx, session, id, pageRequest(request)),
  );
  return Response.json(page);
});
