import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { deleteInterview, getInterviewRecord } from "#lib/interviews/index.ts";

export {
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

export const DELETE = operationRoute(
  "delete_interviews",
  async ({ params, query, key }, session) => {
    const withEvidence = query["withEvidence"] === "true";
    const { status, body } = await withTenant(session, "evidence:write", (tx) =>
      answerOnce(tx, session, key, async () => {
        const { id } = await getInterviewRecord(tx, session, params["id"] ?? "");
        await deleteInterview(tx, session, { interviewId: id, withEvidence });
        return { status: 200, body: { id } };
      }),
    );
    return Response.json(body, { status });
  },
);
