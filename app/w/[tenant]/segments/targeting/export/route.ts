import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getTargeting, TARGETING_AMOUNTS, targetingTable } from "#lib/segments/index.ts";

export const dynamic = "force-dynamic";

/** Segments as targets, with every factor, the score and the notes. */
export const GET = memberRoute(async (request, session) => {
  const targeting = await withTenant(session, "segment:read", (tx) => getTargeting(tx, session));
  const { columns, rows } = targetingTable(targeting);
  return listDownload(request, {
    ...{ name: "targeting", columns, amounts: TARGETING_AMOUNTS, filters: [], pages: [rows] },
  });
});
