import { withTenant } from "#lib/db/with-tenant.ts";
import { EvidenceFilter, listEvidenceRecords } from "#lib/evidence/index.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_evidence", async ({ query }, session, request) => {
  const filter = EvidenceFilter.parse(query);
  return Response.json(
    await withTenant(session, "evidence:read", (tx) =>
      listEvidenceRecords(tx, session, pageRequest(request), filter),
    ),
  );
});
