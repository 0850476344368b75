import { withTenant } from "#lib/db/with-tenant.ts";
import { apiRoute } from "#lib/http/api-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { rejectsCsv } from "#lib/http/rejects-csv.ts";
import { listRejects } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

/** JSON pages, or the whole reject file for `Accept: text/csv`. */
export const GET = apiRoute("import:read", async (request, session, { id = "" }) => {
  if (request.headers.get("accept")?.includes("text/csv")) return rejectsCsv(session, id);
  const page = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, id, pageRequest(request)),
  );
  return Response.json(page);
});
