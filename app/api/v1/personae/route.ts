import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { pageRequest } from "#lib/http/page-request.ts";
import { personaeAddress } from "#lib/personae/filter.ts";
import {
  createPersonaRecord,
  getPersonaRecord,
  listPersonaRecords,
  NewPersona,
} from "#lib/personae/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("list_personae", async (_asked, session, request) =>
  Response.json(
    await withTenant(session, "persona:read", (tx) =>
      listPersonaRecords(
        tx,
        session,
        pageRequest(request),
        personaeAddress.read(new URL(request.url).searchParams),
      ),
    ),
  ),
);

export const POST = operationRoute("create_personae", async ({ text, key }, session) => {
  const persona = readBody(NewPersona, text);
  const { status, body } = await withTenant(session, "persona:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await createPersonaRecord(tx, session, persona);
      return { status: 201, body: await getPersonaRecord(tx, session, id) };
    }),
  );
  return Response.json(body, { status });
});
