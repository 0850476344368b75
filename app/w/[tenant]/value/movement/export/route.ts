import { getLifetimeOverview, LIFETIME_AMOUNTS, movementTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** What led from the total of the run before to that of the last one; no row until there are two. */
export const GET = memberRoute(async (request, session) => {
  const { run, movement } = await withTenant(session, "value:read", (tx) =>
    getLifetimeOverview(tx, session),
  );
  const { header, rows } = movementTable(movement, run?.currency ?? session.workspace.currency);
  return listDownload(request, {
    ...{ name: "clv-movement", columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows] },
  });
});
