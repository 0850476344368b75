import { withTenant } from "#lib/db/with-tenant.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getImport } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

/** How far an import has come; the page asks every second. */
export const GET = memberRoute(async (_request, session, { importId = "" }) =>
  Response.json(await withTenant(session, "import:read", (tx) => getImport(tx, importId)), {
    headers: { "cache-control": "no-store" },
  }),
);
