import { answerOnce, RunsQuery, runListed } from "#lib/api/index.ts";
import { listRunPage, StartRun, startRun } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

/** POST /api/v1/clv/runs: the run waits its turn. */
export const POST = operationRoute("start_clv_run", async ({ text, key }, session) => {
  const asked = readBody(StartRun, text === "" ? "{}" : text);
  const { status, body } = await withTenant(session, "value:write", (tx) =>
    answerOnce(tx, session, key, async () => ({
      status: 202,
      body: await startRun(tx, session, asked),
    })),
  );
  return Response.json(body, { status });
});

/** GET /api/v1/clv/runs: the newest first, narrowed by `status` and `model`. */
export const GET = operationRoute("list_clv_runs", async ({ query }, session, request) => {
  const { items, next } = await withTenant(session, "value:read", (tx) =>
    listRunPage(tx, pageRequest(request), RunsQuery.parse(query)),
  );
  return Response.json({ items: items.map(runListed), next });
});
