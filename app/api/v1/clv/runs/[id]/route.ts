import { runRecord } from "#lib/api/index.ts";
import { getRun } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_clv_run", async ({ params }, session) =>
  Response.json(
    runRecord(await withTenant(session, "value:read", (tx) => getRun(tx, params["id"] ?? ""))),
  ),
);
