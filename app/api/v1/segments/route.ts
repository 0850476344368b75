import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import {
  createSegment,
  getSegmentRecord,
  listSegmentRecords,
  NewSegment,
  SegmentFilters,
} from "#lib/segments/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_segments", async ({ query }, session, request) => {
  const asked = { ...pageRequest(request), ...SegmentFilters.parse(query) };
  return Response.json(
    await withTenant(session, "segment:read", (tx) => listSegmentRecords(tx, session, asked)),
  );
});

export const POST = operationRoute("create_segments", async ({ text, key }, session) => {
  const segment = readBody(NewSegment, text);
  const { status, body } = await withTenant(session, "segment:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await createSegment(tx, session, segment);
      return { status: 201, body: await getSegmentRecord(tx, session, id) };
    }),
  );
  return Response.json(body, { status });
});
