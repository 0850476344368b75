import { answerOnce } from "#lib/api/index.ts";
import { StartRun, startRun } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
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
