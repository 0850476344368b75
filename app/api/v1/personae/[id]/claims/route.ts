import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import { nextYear } from "#lib/personae/claim-state.ts";
import { addClaim, getClaimRecord, NewClaim } from "#lib/personae/index.ts";
import { dayInZone } from "#lib/time/index.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const POST = operationRoute("add_persona_claim", async ({ params, text, key }, session) => {
  const { expiresOn, ...claim } = readBody(NewClaim, text);
  const inAYear = nextYear(dayInZone(session.workspace.timeZone, Date.now()));
  const { status, body } = await withTenant(session, "persona:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      const personaId = params["id"] ?? "";
      const added = { ...claim, personaId, expiresOn: expiresOn ?? inAYear };
      const { id } = await addClaim(tx, session, added);
      return { status: 201, body: await getClaimRecord(tx, session, { personaId, id }) };
    }),
  );
  return Response.json(body, { status });
});
