import { answerOnce } from "#lib/api/index.ts";
import { stopRun } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

/** POST /api/v1/clv/runs/{id}/stop: the worker lets go of it within seconds. */
export const POST = operationRoute("stop_clv_run", async ({ params, key }, session) => {
  const { status, body } = await withTenant(session, "value:write", (tx) =>
    answerOnce(tx, session, key, async () => ({
      status: 202,
      body: await stopRun(tx, session, { runId: params["id"] ?? "" }),
    })),
  );
  return Response.json(body, { status });
});
