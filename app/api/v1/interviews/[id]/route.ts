import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { getInterviewRecord } from "#lib/interviews/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_interviews", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "evidence:read", (tx) =>
      getInterviewRecord(tx, session, params["id"] ?? ""),
    ),
  ),
);
