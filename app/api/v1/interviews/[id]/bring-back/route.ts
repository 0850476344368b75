import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { bringBackInterview } from "#lib/interviews/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const POST = operationRoute("bring_back_interviews", async ({ params, key }, session) => {
  const interviewId = (params["id"] ?? "").toLowerCase();
  const { status, body } = await withTenant(session, "evidence:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await bringBackInterview(tx, session, { interviewId });
      return { status: 200, body: { id } };
    }),
  );
  return Response.json(body, { status });
});
