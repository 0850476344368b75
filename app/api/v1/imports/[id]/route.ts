import { withTenant } from "#lib/db/with-tenant.ts";
import { apiRoute } from "#lib/http/api-route.ts";
import { getImport } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

export const GET = apiRoute("import:read", async (_request, session, { id }) =>
  Response.json(await withTenant(session, "import:read", (tx) => getImport(tx, id ?? ""))),
);
