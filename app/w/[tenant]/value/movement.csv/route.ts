import { getLifetimeOverview, movementTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

/** What led from the total of the run before to that of the last one; no row until there are two. */
export const GET = memberRoute(async (_request, session) => {
  const { run, movement } = await withTenant(session, "value:read", (tx) =>
    getLifetimeOverview(tx, session),
  );
  const { header, rows } = movementTable(movement, run?.currency ?? session.workspace.currency);
  return csvDownload("clv-movement.csv", header, [rows]);
});
