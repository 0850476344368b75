import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { listInterviews } from "#lib/interviews/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_interviews", async (_asked, session, request) =>
  Response.json(
    await withTenant(session, "evidence:read", (tx) =>
      listInterviews(tx, session, pageRequest(request)),
    ),
  ),
);
