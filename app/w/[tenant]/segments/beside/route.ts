import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { askedRule } from "#lib/segments/asked-rule.ts";
import { answerBeside } from "#lib/segments/index.ts";

export const dynamic = "force-dynamic";

const LONGEST_MS = 20_000;

/** POST { rule } → what the builder shows of it a moment later: it beside all others, and overlaps. Nothing is stored. */
export const POST = memberRoute(async (request, session) => {
  requirePermission(session, "segment:write");
  const { rule } = await askedRule(request);
  const answer = await withTenant(
    session,
    "segment:read",
    (tx) => answerBeside(tx, session, rule),
    {
      timeoutMs: LONGEST_MS,
    },
  );
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
});
