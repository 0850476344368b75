import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { needsAddress } from "#lib/needs/filter.ts";
import { createNeed, getNeedRecord, listNeedRecords, NewNeed } from "#lib/needs/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_needs", async (_asked, session, request) =>
  Response.json(
    await withTenant(session, "need:read", (tx) =>
      listNeedRecords(
        tx,
        session,
        pageRequest(request),
        needsAddress.read(new URL(request.url).searchParams),
      ),
    ),
  ),
);

export const POST = operationRoute("create_needs", async ({ text, key }, session) => {
  const need = readBody(NewNeed, text);
  const { status, body } = await withTenant(session, "need:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await createNeed(tx, session, need);
      return { status: 201, body: await getNeedRecord(tx, session, id) };
    }),
  );
  return Response.json(body, { status });
});
