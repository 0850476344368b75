import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { listMemberRecords } from "#lib/segments/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_segment_members", async ({ params }, session, request) =>
  Response.json(
    await withTenant(session, "segment:read", (tx) =>
      listMemberRecords(tx, session, params["id"] ?? "", pageRequest(request)),
    ),
  ),
);
