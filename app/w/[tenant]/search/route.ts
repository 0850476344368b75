import { withTenant } from "#lib/db/with-tenant.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { findCustomers } from "#lib/search/index.ts";

export const dynamic = "force-dynamic";

const MOST_FOUND = 12;
const LONGEST_SEARCH = 200;

/** GET ?q= → { customers }: what the command palette finds. */
export const GET = memberRoute(async (request, session) => {
  const text = (new URL(request.url).searchParams.get("q") ?? "").slice(0, LONGEST_SEARCH);
  const customers = await withTenant(session, "customer:read", (tx) =>
    findCustomers(tx, session, text, MOST_FOUND),
  );
  return Response.json({ customers }, { headers: { "cache-control": "no-store" } });
});
