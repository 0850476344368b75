import { z } from "zod";
import { countMemberUse } from "#lib/auth/member-limits.ts";
import { requirePermission, withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { exportPerson } from "#lib/protection/index.ts";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 60_000;

/** All that is held about one person, as JSON for them. It leaves an event. */
export const GET = memberRoute(async (_request, session, params) => {
  const customerId = z.uuid().safeParse(params["customerId"]).data;
  if (!customerId) throw new DomainError("not_found", "There is no such customer.");
  requirePermission(session, "protection:write");
  await countMemberUse(session, "archive");
  const held = await withTenant(
    session,
    "protection:write",
    (tx) => exportPerson(tx, session, customerId),
    { timeoutMs: PATIENCE_MS },
  );
  return new Response(JSON.stringify(held, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${customerId}.json`,
      "cache-control": "no-store",
    },
  });
});
