import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute } from "#lib/http/operation-route.ts";
import { bringBackClaimRecord } from "#lib/personae/index.ts";
import { claimOf } from "../claim-of.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const POST = operationRoute("bring_back_persona_claim", async ({ params, key }, session) => {
  const of = claimOf(params);
  const { status, body } = await withTenant(session, "persona:write", (tx) =>
    answerOnce(tx, session, key, async () => {
      await bringBackClaimRecord(tx, session, { personaId: of.personaId, claimId: of.id });
      return { status: 200, body: { id: of.id } };
    }),
  );
  return Response.json(body, { status });
});
