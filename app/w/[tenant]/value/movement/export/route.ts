import {
  getLifetimeOverview,
  LIFETIME_AMOUNTS,
  movementTable,
  RUN_MONTH,
} from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listDownload } from "#lib/http/list-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { readListQuery, unknownValues } from "#lib/lists/index.ts";

export const dynamic = "force-dynamic";

/** What led from the total of the run before to that of the last one, or of that of a month; no row until there are two. */
export const GET = memberRoute(async (request, session) => {
  const params = new URL(request.url).searchParams;
  const { month } = readListQuery(RUN_MONTH, params);
  const { run, movement, months } = await withTenant(session, "value:read", (tx) =>
    getLifetimeOverview(tx, session, month),
  );
  if (month !== "" && !months.some((each) => each.month === month))
    throw new DomainError("not_found", "There is no run of this month.");
  const { header, rows } = movementTable(movement, run?.currency ?? session.workspace.currency);
  return listDownload(request, {
    unknown: unknownValues(RUN_MONTH, params, ["format"]),
    ...{ name: `clv-movement${month && `-${month}`}`, columns: header, amounts: LIFETIME_AMOUNTS },
    ...{ filters: [], pages: [rows] },
  });
});
