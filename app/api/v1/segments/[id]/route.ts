import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import {
  deleteSegment,
  getSegmentRecord,
  patchSegment,
  SegmentChange,
} from "#lib/segments/index.ts";

export {
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_segments", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "segment:read", (tx) =>
      getSegmentRecord(tx, session, params["id"] ?? ""),
    ),
  ),
);

export const PATCH = operationRoute("change_segments", async ({ params, text, key }, session) => {
  const change = readBody(SegmentChange, text);
  const { status, body } = await withTenant(session, "segment:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await getSegmentRecord(tx, session, params["id"] ?? "");
      await patchSegment(tx, session, { ...change, segmentId: id });
      return { status: 200, body: await getSegmentRecord(tx, session, id) };
    }),
  );
  return Response.json(body, { status });
});

export const DELETE = operationRoute("delete_segments", async ({ params, key }, session) => {
  const { status, body } = await withTenant(session, "segment:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await getSegmentRecord(tx, session, params["id"] ?? "");
      await deleteSegment(tx, session, { segmentId: id });
      return { status: 200, body: { id } };
    }),
  );
  return Response.json(body, { status });
});
