import { getCustomerByExternalId } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { apiRoute } from "#lib/http/api-route.ts";

export const dynamic = "force-dynamic";

/** GET /api/v1/customers/{number}: the number of a merged customer gives the one it was merged into. */
export const GET = apiRoute("customer:read", async (_request, session, { externalId = "" }) => {
  const { attributes, ...customer } = await withTenant(session, "customer:read", (tx) =>
    getCustomerByExternalId(tx, session, externalId),
  );
  return Response.json({
    ...customer,
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
  });
});
