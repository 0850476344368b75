import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { askedRule } from "#lib/segments/asked-rule.ts";
import { answerEstimate } from "#lib/segments/index.ts";

export const dynamic = "force-dynamic";

const LONGEST_MS = 5_000;

/** POST { rule } → what the builder shows of it first where there are many customers, or null. Nothing is stored. */
export const POST = memberRoute(async (request, session) => {
  requirePermission(session, "segment:write");
  const { rule } = await askedRule(request);
  const answer = await withTenant(
    session,
    "segment:read",
    (tx) => answerEstimate(tx, session, rule),
    {
      timeoutMs: LONGEST_MS,
    },
  );
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
});
