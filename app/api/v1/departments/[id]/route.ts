import { withTenant } from "#lib/db/with-tenant.ts";
import { getDepartmentRecord } from "#lib/departments/index.ts";
import { operationRoute } from "#lib/http/operation-route.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_departments", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "department:read", (tx) =>
      getDepartmentRecord(tx, params["id"] ?? ""),
    ),
  ),
);
