import { getLifetimeOverview, LIFETIME_AMOUNTS, movementTable } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { readAskedMonth, requireRunOf } from "../../find-asked-run.ts";

export const dynamic = "force-dynamic";

/** What led from the total of the run before to that of the last one, or of that of a month; no row until there are two. */
export const GET = memberRoute(async (request, session) => {
  const month = readAskedMonth(request);
  const { run, movement, months } = await withTenant(session, "value:read", (tx) =>
    getLifetimeOverview(tx, session, month),
  );
  requireRunOf(months, month);
  const { header, rows } = movementTable(movement, run?.currency ?? session.workspace.currency);
  return listDownload(request, {
    unknown: [],
    ...{ name: `clv-movement${month && `-${month}`}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows] },
  });
});
