import { getCustomerByExternalId } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { apiRoute } from "#lib/http/api-route.ts";

export const dynamic = "force-dynamic";

export const GET = apiRoute("customer:read", async (_request, session, { externalId = "" }) =>
  Response.json(
    await withTenant(session, "customer:read", (tx) =>
      getCustomerByExternalId(tx, session, externalId),
    ),
  ),
);
