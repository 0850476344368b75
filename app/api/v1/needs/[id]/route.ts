import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { changeNeedFields, deleteNeed, getNeedRecord, NeedChange } from "#lib/needs/index.ts";

export {
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_needs", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "need:read", (tx) => getNeedRecord(tx, session, params["id"] ?? "")),
  ),
);

export const PATCH = operationRoute("change_needs", async ({ params, text, key }, session) => {
  const change = readBody(NeedChange, text);
  const { status, body } = await withTenant(session, "need:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id: needId } = await getNeedRecord(tx, session, params["id"] ?? "");
      await changeNeedFields(tx, session, { ...change, needId });
      return { status: 200, body: await getNeedRecord(tx, session, needId) };
    }),
  );
  return Response.json(body, { status });
});

export const DELETE = operationRoute("delete_needs", async ({ params, query, key }, session) => {
  const withLinks = query["withLinks"] === "true";
  const { status, body } = await withTenant(session, "need:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await getNeedRecord(tx, session, params["id"] ?? "");
      await deleteNeed(tx, session, { needId: id, withLinks });
      return { status: 200, body: { id } };
    }),
  );
  return Response.json(body, { status });
});
