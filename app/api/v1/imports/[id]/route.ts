import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { getImport } from "#lib/imports/index.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_imports", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "import:read", (tx) => getImport(tx, params["id"] ?? "")),
  ),
);
