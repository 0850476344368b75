import { withTenant } from "#lib/db/with-tenant.ts";
import { getDepartmentRecord } from "#lib/departments/index.ts";
import { operationRoute } from "#lib/http/operation-route.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_departments", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "department:read", (tx) =>
      getDepartmentRecord(tx, params["id"] ?? ""),
    ),
  ),
);
