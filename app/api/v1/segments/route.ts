import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import {
  createSegment,
  getSegmentRecord,
  listSegmentRecords,
  NewSegment,
} from "#lib/segments/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_segments", async (_asked, session, request) =>
  Response.json(
    await withTenant(session, "segment:read", (tx) => listSegmentRecords(tx, pageRequest(request))),
  ),
);

export const POST = operationRoute("create_segments", async ({ text, key }, session) => {
  const segment = readBody(NewSegment, text);
  const { status, body } = await withTenant(session, "segment:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await createSegment(tx, session, segment);
      return { status: 201, body: await getSegmentRecord(tx, id) };
    }),
  );
  return Response.json(body, { status });
});
