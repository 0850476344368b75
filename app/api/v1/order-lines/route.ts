import { listOrderLines } from "#lib/api/index.ts";
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

/** GET /api/v1/order-lines: in the order in which they were made. */
export const GET = operationRoute("list_order_lines", async ({ query }, session) =>
  Response.json(
    await withTenant(session, "order:read", (tx) => listOrderLines(tx, session, query)),
  ),
);
