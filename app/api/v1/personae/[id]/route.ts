import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import {
  changePersonaRecord,
  deletePersona,
  getPersonaRecord,
  PersonaChange,
} from "#lib/personae/index.ts";

export {
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_personae", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "persona:read", (tx) =>
      getPersonaRecord(tx, session, params["id"] ?? ""),
    ),
  ),
);

export const PATCH = operationRoute("change_personae", async ({ params, text, key }, session) => {
  const change = readBody(PersonaChange, text);
  const { status, body } = await withTenant(session, "persona:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await getPersonaRecord(tx, session, params["id"] ?? "");
      await changePersonaRecord(tx, session, { ...change, personaId: id });
      return { status: 200, body: await getPersonaRecord(tx, session, id) };
    }),
  );
  return Response.json(body, { status });
});

export const DELETE = operationRoute("delete_personae", async ({ params, key }, session) => {
  const { status, body } = await withTenant(session, "persona:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const { id } = await getPersonaRecord(tx, session, params["id"] ?? "");
      await deletePersona(tx, session, { personaId: id });
      return { status: 200, body: { id } };
    }),
  );
  return Response.json(body, { status });
});
