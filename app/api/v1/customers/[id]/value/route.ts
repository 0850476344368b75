import { getLifetimeValue } from "#lib/clv-runs/index.ts";
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

/** GET /api/v1/customers/{id}/value: by number, or by id. */
export const GET = operationRoute("get_customer_value", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "value:read", (tx) =>
      getLifetimeValue(tx, session, params["id"] ?? ""),
    ),
  ),
);
