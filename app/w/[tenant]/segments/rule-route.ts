import type { Session } from "#lib/auth/types.ts";
import { requirePermission, type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { askedRule } from "#lib/segments/asked-rule.ts";
import type { Rule } from "#lib/segments/schema.ts";

const LONGEST_MS = 20_000;

type Answer = (tx: TenantTx, session: Session, rule: Rule) => Promise<unknown>;

/** A route that the builder asks with POST { rule }, and that stores nothing. `longestMs`: how long its answer may take. */
export function ruleRoute(answer: Answer, longestMs = LONGEST_MS) {
  return memberRoute(async (request, session) => {
    requirePermission(session, "segment:write");
    const { rule } = await askedRule(request);
    const told = await withTenant(session, "segment:read", (tx) => answer(tx, session, rule), {
      timeoutMs: longestMs,
    });
    return Response.json(told, { headers: { "cache-control": "no-store" } });
  });
}
