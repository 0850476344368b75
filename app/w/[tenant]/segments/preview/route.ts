import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { askedRule } from "#lib/segments/asked-rule.ts";
import { previewRule } from "#lib/segments/index.ts";

export const dynamic = "force-dynamic";

const LONGEST_MS = 20_000;

/** POST { rule } → { customers }: a few whom it finds. Nothing is stored. */
export const POST = memberRoute(async (request, session) => {
  requirePermission(session, "segment:write");
  const { rule } = await askedRule(request);
  const customers = await withTenant(
    session,
    "customer:read",
    (tx) => previewRule(tx, session, rule),
    { timeoutMs: LONGEST_MS },
  );
  return Response.json({ customers }, { headers: { "cache-control": "no-store" } });
});
