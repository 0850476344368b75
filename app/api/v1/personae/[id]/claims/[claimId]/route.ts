import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";
import {
  ClaimChange,
  changeClaimRecord,
  getClaimRecord,
  removeClaimRecord,
} from "#lib/personae/index.ts";
import { claimOf } from "./claim-of.ts";

export {
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_persona_claim", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "persona:read", (tx) => getClaimRecord(tx, session, claimOf(params))),
  ),
);

export const PATCH = operationRoute(
  "change_persona_claim",
  async ({ params, text, key }, session) => {
    const change = readBody(ClaimChange, text);
    const of = claimOf(params);
    const { status, body } = await withTenant(session, "persona:write", (tx) =>
      answerOnce(tx, session, key, async () => {
        await changeClaimRecord(tx, session, { ...change, ...of, claimId: of.id });
        return { status: 200, body: await getClaimRecord(tx, session, of) };
      }),
    );
    return Response.json(body, { status });
  },
);

export const DELETE = operationRoute("remove_persona_claim", async ({ params, key }, session) => {
  const { personaId, id: claimId } = claimOf(params);
  const { status, body } = await withTenant(session, "persona:write", (tx) =>
    answerOnce(tx, session, key, async () => ({
      status: 200,
      body: await removeClaimRecord(tx, session, { personaId, claimId }),
    })),
  );
  return Response.json(body, { status });
});
